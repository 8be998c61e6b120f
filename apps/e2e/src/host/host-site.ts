import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostHtml } from './host-html.ts';
import type { HostPage } from './host-html.ts';

/** A customer's product: pages on an origin of its own, with headers that its owner chose. */
export interface HostSite {
  origin: string;
  /** Puts a page under a new address, and answers the address. */
  serve(page: HostPage): string;
  stop(): Promise<void>;
}

const STYLES = `body { margin: 0; font: 16px/1.5 sans-serif; color: #1b1b1b; background: #fff }
a { color: inherit }
header, main { max-inline-size: 60rem; margin-inline: auto; padding: 1rem }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #161616 } }`;

/** Starts a site on a free port. */
export async function startHostSite(): Promise<HostSite> {
  const pages = new Map<string, HostPage>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const page = pages.get(pathname);
    if (pathname === '/host.css') response.writeHead(200, { 'content-type': 'text/css' }).end(STYLES);
    else if (pathname === '/favicon.ico') response.writeHead(204).end();
    else if (!page) response.writeHead(404).end();
    else {
      const policy = page.policy && { 'content-security-policy': page.policy };
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy }).end(hostHtml(page));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    serve(page) {
      const path = `/page-${pages.size + 1}`;
      pages.set(path, page);
      return `${origin}${path}`;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
