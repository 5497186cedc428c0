/** A number of a task. */
export interface TaskNumber {
	tel: string;
	fileId: string;
	/** 0 not called yet, 1 called */
	status: string;
	/** The other keys of its entry, as they came. */
	entry: Readonly<Record<string, unknown>>;
}

/** A batch of numbers, under the API's own names; every value is a text. */
export interface NumberFile {
	Id: string;
	TaskId: string;
	EnterpriseId: string;
	Name: string;
	CreateTime: string;
	/** 0 not imported, 1 imported, 2 in the cache, 3 called, 4 frozen */
	Status: string;
	Priority: string;
	ImportCount: string;
	RepeatCount: string;
	RestrictCount: string;
	/** Milliseconds since 1970; no answer has it. */
	madeAt: number;
}

/** What a task has been given to call. */
export interface TaskNumbers {
	/** In the order they were imported. */
	numbers: TaskNumber[];
	/** Which of them there are, for the search of doubles. */
	tels: Set<string>;
	/** In the order they were made. */
	files: NumberFile[];
}

const FIRST_FILE_ID = 880001;

/** The numbers of all tasks. They go with their task. */
export class NumberStore {
	private readonly tasks = new Map<string, TaskNumbers>();
	private nextFileId = FIRST_FILE_ID;

	of(enterpriseId: string, taskId: string): TaskNumbers {
		const key = `${enterpriseId}/${taskId}`;
		const known = this.tasks.get(key);
		if (known) return known;
		const none: TaskNumbers = { numbers: [], tels: new Set(), files: [] };
		this.tasks.set(key, none);
		return none;
	}

	/** How many numbers all tasks have together. */
	get count(): number {
		return [...this.tasks.values()].reduce((sum, { numbers }) => sum + numbers.length, 0);
	}

	newFileId(): string {
		return String(this.nextFileId++);
	}

	drop(enterpriseId: string, taskId: string): void {
		this.tasks.delete(`${enterpriseId}/${taskId}`);
	}

	clear(): void {
		this.tasks.clear();
		this.nextFileId = FIRST_FILE_ID;
	}
}
