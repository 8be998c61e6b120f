export { fakeClock } from './fake-clock.ts';
export type { FakeClock } from './fake-clock.ts';
export { faultProxy } from './fault-proxy.ts';
export type { Fault, FaultProxy } from './fault-proxy.ts';
