import { type IncomingMessage, request as plainRequest } from 'node:http';
import { type AgentOptions, request as tlsRequest, type RequestOptions, Agent } from 'node:https';
import { isIPv6, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A tunnel that a proxy did not open. */
export class ProxyError extends Error {
	constructor(
		/** Node's error code of a line to the proxy that broke, as far as there is one. */
		readonly code?: string,
		/** What the proxy answered in place of opening it. */
		readonly httpStatus?: number,
		cause?: Error,
	) {
		super('The proxy opened no tunnel', { cause });
	}
}

/** What is not there yet, and the means to give it up. */
export interface Pending {
	giveUp?(): void;
}

interface TunnelOptions extends RequestOptions {
	/** Set by who asks for a connection, filled while it comes about. */
	pending?: Pending;
}

type Ready = (error: Error | null, connection?: Duplex) => void;

const HTTP_OK = 200;
const HTTP_REDIRECTION = 300;

/**
 * Connections through a proxy, by CONNECT. Node's own HTTP client asks for the tunnel, so that whatever the
 * proxy does ends in one event, and a tunnel that is no longer wanted is given up with its socket; the
 * agents that are made for this keep both until the proxy answers.
 */
export class TunnelAgent extends Agent {
	constructor(
		private readonly proxy: URL,
		options: AgentOptions,
	) {
		super(options);
	}

	override createConnection(options: TunnelOptions, ready: Ready): undefined {
		const { pending = {} } = options;
		const asking = this.ask(options);
		const settle: Ready = (error, connection) => {
			pending.giveUp = undefined;
			ready(error, connection);
		};
		pending.giveUp = () => asking.destroy();
		asking.once('connect', ({ statusCode = 0 }: IncomingMessage, socket: Socket) => {
			if (statusCode >= HTTP_OK && statusCode < HTTP_REDIRECTION) {
				settle(null, super.createConnection({ ...options, socket } as RequestOptions) ?? undefined);
			} else {
				socket.destroy();
				settle(new ProxyError(undefined, statusCode));
			}
		});
		asking.on('error', (error: NodeJS.ErrnoException) =>
			settle(new ProxyError(error.code, undefined, error)),
		);
		asking.end();
		return undefined;
	}

	private ask({ host, port }: RequestOptions) {
		const { protocol, hostname, port: proxyPort, username, password } = this.proxy;
		const target = `${isIPv6(host ?? '') ? `[${host}]` : host}:${port}`;
		const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
		const isTls = protocol === 'https:';
		return (isTls ? tlsRequest : plainRequest)({
			method: 'CONNECT',
			// IPv6 addresses stand in brackets.
			host: hostname.replace(/^\[|\]$/g, ''),
			port: proxyPort || (isTls ? 443 : 80),
			path: target,
			headers: {
				host: target,
				...(login === ':'
					? {}
					: { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` }),
			},
			lookup: this.options.lookup,
			agent: false,
		});
	}
}
