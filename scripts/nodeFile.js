/** What a node file can answer for: n8n's other ways into a node would need a line of their own. */
const ANSWERED = ['constructor', 'description', 'execute', 'methods'];

const membersOf = (node) => [
	...Object.keys(node),
	...Object.getOwnPropertyNames(Object.getPrototypeOf(node)),
];

/**
 * The file that package.json declares for a node: its description as data, since n8n loads that file
 * at every start, and all else in the bundle beside it, which the first run or question of the editor loads.
 *
 * @param className the name under which both files export the node
 * @param node the bundled node
 * @param bundle how the file asks for the bundle, such as `./Name.bundle.js`
 */
exports.nodeFile = (className, node, bundle) => {
	const unknown = membersOf(node).filter((member) => !ANSWERED.includes(member));
	if (unknown.length) throw new Error(`The node file does not pass on: ${unknown.join(', ')}`);
	const names = Object.entries(node.methods).map(([kind, methods]) => [kind, Object.keys(methods)]);
	// JSON.parse of a text is faster than the same as an expression.
	const description = JSON.stringify(JSON.stringify(node.description));
	return `'use strict';
let loaded;
const bundled = () => (loaded ??= new (require('${bundle}').${className})());
const description = JSON.parse(${description});
const passedOn = (kind, names) =>
	names.map((name) => [
		name,
		function (...given) {
			return bundled().methods[kind][name].apply(this, given);
		},
	]);
const methods = Object.fromEntries(
	${JSON.stringify(names)}.map(([kind, names]) => [kind, Object.fromEntries(passedOn(kind, names))]),
);
exports.${className} = class ${className} {
	description = description;
	methods = methods;
	async execute() {
		return await bundled().execute.call(this);
	}
};
`;
};
