import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What the service counts about itself, for Prometheus. No label names a person, a workspace or an address. */
export interface Metrics {
  /** @param route - The route's pattern, never the address. */
  observeRequest(method: string, route: string, status: number, seconds: number): void;
  /** How many requests shared one commit of the recorder. */
  observeGroup(size: number): void;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
  contentType: string;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** @param options.process - Also memory, event loop and garbage collection of this process. Default false. */
export function createMetrics(options: { process?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.process) collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'banso_http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const groups = new Histogram({
    name: 'banso_recorder_group_size',
    help: 'Requests that shared one durable commit',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers: [registry],
  });
  return {
    observeRequest(method, route, status, seconds) {
      // anybody can make up a method, and each would be a series of its own
      requests.observe({ method: METHODS.has(method) ? method : 'other', route, status }, seconds);
    },
    observeGroup: (size) => groups.observe(size),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
