import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { Transform } from 'node:stream';
import { delayed, dripping, forwardThenReset } from './fault-streams.ts';

/** What the proxy does to every connection that is opened from now on. */
export type Fault =
  /** Nothing: bytes go through both ways. */
  | { mode: 'pass' }
  /** Nobody listens on the port: the client gets ECONNREFUSED. */
  | { mode: 'refuse' }
  /** The connection opens, then nothing is ever forwarded or answered. */
  | { mode: 'stall' }
  /** The request arrives; the answer is cut by a TCP reset after so many bytes (0: before its first byte). */
  | { mode: 'reset'; afterBytes: number }
  /** The request arrives; the answer trickles, so many bytes at a time. */
  | { mode: 'drip'; bytes: number; everyMs: number }
  /** Every chunk leaves so much later, in each direction; order is kept. */
  | { mode: 'latency'; ms: number };

/** A TCP proxy on 127.0.0.1 whose faults a test turns on and off. */
export interface FaultProxy {
  port: number;
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** Connections accepted so far, in every mode. */
  accepted(): number;
  /** Cuts every open connection, then applies the fault to those that follow. Resolved once it is in force. */
  set(fault: Fault): Promise<void>;
  /** Cuts every connection and gives the port back. */
  stop(): Promise<void>;
}

/** Sends the server's answer back to the client, with what the fault does to it. */
function answer(fault: Fault, upstream: Socket, client: Socket): void {
  switch (fault.mode) {
    case 'reset':
      return forwardThenReset(upstream, client, fault.afterBytes);
    case 'drip':
      return join(upstream, client, dripping(fault.bytes, fault.everyMs));
    case 'latency':
      return join(upstream, client, delayed(fault.ms));
    case 'pass':
    case 'refuse':
    case 'stall':
      return join(upstream, client);
    default:
      return fault satisfies never;
  }
}

function join(from: Socket, to: Socket, through?: Transform): void {
  if (through) from.pipe(through).pipe(to);
  else from.pipe(to);
}

/**
 * Starts a proxy in front of a local server, passing everything at first.
 * @param targetPort - Port on 127.0.0.1 to forward to; it need not be listening yet.
 */
export async function faultProxy(targetPort: number): Promise<FaultProxy> {
  let fault: Fault = { mode: 'pass' };
  let accepted = 0;
  const open = new Set<Socket>();

  function track(socket: Socket, partner?: Socket): void {
    open.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy()); // faults are the purpose: the two ends see them, not the test run
    socket.on('close', () => {
      open.delete(socket);
      partner?.destroy();
    });
  }

  const server = createServer({ allowHalfOpen: true }, (client) => {
    accepted += 1;
    if (fault.mode === 'stall') {
      track(client);
      client.resume();
      return;
    }
    const upstream = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true });
    track(client, upstream);
    track(upstream, client);
    join(client, upstream, fault.mode === 'latency' ? delayed(fault.ms) : undefined);
    answer(fault, upstream, client);
  });

  async function listen(port: number): Promise<void> {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  }

  async function close(): Promise<void> {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    cutAll();
    await closed;
  }

  function cutAll(): void {
    for (const socket of open) socket.destroy();
  }

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    accepted: () => accepted,
    async set(next) {
      fault = next;
      if (next.mode === 'refuse') return await close();
      cutAll();
      if (!server.listening) await listen(port);
    },
    stop: close,
  };
}
