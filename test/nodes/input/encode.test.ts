import { encode } from '../../../nodes/AlibabaCloudVms/input/encode';
import { EXAMPLES } from '../parameters/vendorPage';
import { readOf } from './given';

test('nothing given, nothing sent', () => {
	expect(encode(readOf({}), false)).toEqual({});
});

test('what was emptied and collected is sent as empty text', () => {
	const values = { Name: '', AutoStart: '', CustomerTimeout: '', Cnos: '', UserFields: '' };
	expect(encode(readOf(values), false)).toEqual(values);
});

test('what has no text is not sent', () => {
	expect(encode(readOf({ Name: {}, AutoStartDay: Number.NaN, Description: 'x' }), false)).toEqual({
		Description: 'x',
	});
});

test('all examples of the vendor together make one flat request of texts', () => {
	// Two of each kind cannot apply together: the IVR by its name, and a number pool beside numbers.
	const apart = ['IvrName', 'CustomerClidsGroup'];
	const on = {
		AutoStart: '1',
		AutoStop: '1',
		AutoTaskType: '1',
		CustomerClidType: '2',
		CustomerClidWeightFlag: '1',
	};
	const values = { ...Object.fromEntries(EXAMPLES), ...on };
	const request = encode(readOf(values), false);
	expect(Object.keys(request).sort()).toEqual(
		EXAMPLES.map(([api]) => api)
			.filter((api) => !apart.includes(api))
			.sort(),
	);
	expect(Object.values(request).every((wire) => typeof wire === 'string')).toBe(true);
	expect(request).toMatchObject({ ...on, Quotiety: '19', IvrId: '13', AutoStopTime: '17:00:00' });
});

describe('URL-encoding name and description first', () => {
	const values = { Name: '任务 1/2', Description: '50% & more', IvrName: '菜单 1', Cnos: '1,2' };

	test('encodes these two alone', () => {
		expect(encode(readOf(values), true)).toEqual({
			Name: '%E4%BB%BB%E5%8A%A1%201%2F2',
			Description: '50%25%20%26%20more',
			IvrName: '菜单 1',
			Cnos: '1,2',
		});
	});

	test('is off otherwise', () => {
		expect(encode(readOf(values), false)).toEqual(values);
	});

	test('leaves an emptied name empty, and never fails on a cut emoji', () => {
		expect(encode(readOf({ Name: '', Description: '\ud83d' }), true)).toEqual({ Name: '' });
	});
});
