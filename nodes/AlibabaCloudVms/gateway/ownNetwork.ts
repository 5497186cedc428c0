import { lookup as lookupByDns } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/**
 * Addresses that lead nowhere outside: this machine, its networks, and what clouds tell their machines. Those of
 * the fourth version count in their form of the sixth too.
 */
const RANGES: ReadonlyArray<readonly [address: string, bits: number]> = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['224.0.0.0', 3],
	['::', 96],
	['64:ff9b::', 96],
	['64:ff9b:1::', 48],
	['2002::', 16],
	['fc00::', 7],
	['fe80::', 10],
	['fec0::', 10],
	['ff00::', 8],
];

const kindOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function listOf(ranges: typeof RANGES): BlockList {
	const list = new BlockList();
	for (const [address, bits] of ranges) list.addSubnet(address, bits, kindOf(address));
	return list;
}

/** A host name that leads to this machine or into its network. */
export class OwnNetworkError extends Error {}

/** Keeps connections out of the own network. */
export interface Fence {
	/** Whether a host is an address of it, as a URL has the host. */
	isInside(hostname: string): boolean;
	/** A look-up that gives no address of it. */
	lookup: LookupFunction;
}

/** @param lookup what looks names up */
export function createFence(lookup: LookupFunction = lookupByDns): Fence {
	const list = listOf(RANGES);
	const isOwn = (address: string) => list.check(address, kindOf(address));
	return {
		isInside(hostname) {
			const address = hostname.replace(/^\[|\]$/g, '');
			return isIP(address) !== 0 && isOwn(address);
		},
		lookup(hostname, options, found) {
			lookup(hostname, options, (error, addresses, family) => {
				const all = Array.isArray(addresses)
					? addresses.map(({ address }) => address)
					: [addresses];
				if (!error && all.some(isOwn)) found(new OwnNetworkError(), '', 0);
				else found(error, addresses, family);
			});
		},
	};
}
