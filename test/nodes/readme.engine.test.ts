import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from '../../engine/environment';
import { CONTINUE, useBench } from '../support/bench';

const bench = useBench();

/** The refused item that a page shows. */
const sampleIn = (file: string): unknown => {
	const [, json = ''] =
		/```json\n(\{\n\t"error": [\s\S]*?)\n```/.exec(
			readFileSync(path.join(packageFolder, file), 'utf8'),
		) ?? [];
	return JSON.parse(json);
};

test.each(['README.md', 'README.zh-CN.md'])('%s shows an error as it is', async (file) => {
	const items = Array.from({ length: 10 }, (_none, index) => ({
		row_number: index + 2,
		time: index === 9 ? '25:00' : '9:00',
		timeout: index === 9 ? 90 : 30,
	}));
	const { output } = await bench.run(
		{
			schedule: { autoStart: true, autoStartTime: '={{ $json.time }}' },
			callHandling: { customerTimeout: '={{ $json.timeout }}' },
		},
		{ items, node: CONTINUE },
	);
	expect(output[9]?.json).toEqual(sampleIn(file));
});
