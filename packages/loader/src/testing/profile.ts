// oxlint-disable-next-line banso/no-env -- set by the command `guest -- --deep`; there are no settings in a test
const deep = process.env['GUEST_DEEP'] === '1';

/** How often something is tried: in every test run, and by the deep one. */
export const times = (quickly: number, deeply: number): number => (deep ? deeply : quickly);
