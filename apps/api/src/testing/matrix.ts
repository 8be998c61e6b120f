import type { Access } from '../operation.ts';
import type { Caller } from '../testing.ts';
import { KEY_SCOPES, ROLE_PERMISSIONS, SCOPE_PERMISSIONS } from '@banso/contract';
import type { KeyScope, Role } from '@banso/contract';
import type { Example } from './examples.ts';
import type { Noun, Side } from './world.ts';

export interface Operation {
  /** Method and path, as the examples name it. */
  name: string;
  method: string;
  path: string;
  access: Access;
}

interface Document {
  paths: Record<string, Record<string, { 'x-access'?: Access }>>;
}

/** Every operation of an OpenAPI document. */
export const operationsOf = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { 'x-access': access = 'public' }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      access,
    })),
  );

/** A request of the matrix. */
export interface Call {
  method: string;
  path: string;
  json: unknown;
  headers: Record<string, string>;
}
export type Send = (call: Call) => Promise<Response>;

/** Where one id of a request stands. */
interface Slot {
  place: 'path' | 'query' | 'body';
  noun: Noun;
}

/** Builds the request of an example as a caller sends it. */
export const callOf = (operation: Operation, example: Example, side: Side, caller: Caller): Call =>
  build(operation, example, side, caller).call;

/** Builds the request of an example; `swap` puts another id into the slot with this number. */
function build(
  operation: Operation,
  example: Example,
  side: Side,
  caller: Caller,
  swap?: { slot: number; id: string },
) {
  const slots: Slot[] = [];
  const idIn = (place: Slot['place']) => (noun: Noun) => {
    slots.push({ place, noun });
    return swap?.slot === slots.length - 1 ? swap.id : side.ids[noun];
  };
  const params = example.params?.(idIn('path')) ?? {};
  const query = new URLSearchParams(example.query?.(idIn('query')) ?? {});
  const json = example.json?.(idIn('body'), side);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? `no ${name}`);
  const call: Call = {
    method: operation.method,
    path: query.size > 0 ? `${path}?${query.toString()}` : path,
    json,
    headers: { 'if-match': '*', ...caller.headers },
  };
  return { call, slots };
}

/** The id of a thing of this kind that nobody has. */
const absent = (id: string): string => `${id.slice(0, -12)}${'0'.repeat(12)}`;

/** The answer without what differs from request to request. */
async function fingerprint(answer: Response): Promise<string> {
  const text = answer.headers.get('content-type')?.startsWith('text/event-stream') ? '' : await answer.text();
  await answer.body?.cancel().catch(() => undefined);
  const body = answer.ok ? 'accepted' : text.replace(/"requestId":"[^"]+"/, '');
  return `${answer.status} ${body}`;
}

/** The status by which somebody is turned away, or undefined for who is let in. */
function refusalFor(
  access: Access,
  who: { role: Role } | { scopes: readonly KeyScope[] } | 'nobody',
): 401 | 403 | undefined {
  if (who === 'nobody') return 401;
  const permission = access.replace('organisation:', '');
  if ('scopes' in who)
    return who.scopes.some((scope) => SCOPE_PERMISSIONS[scope].some((one) => one === access))
      ? undefined
      : 403;
  if (access === 'member') return undefined;
  return ROLE_PERMISSIONS[who.role].some((one) => one === permission) ? undefined : 403;
}

/**
 * Walks every guarded operation × every kind of caller × every id swapped for a foreign one. Nothing may get through, and a
 * foreign id must be answered like one that does not exist.
 * @param theirs - The other side, whose texts must not appear in any answer.
 * @param canary - Stands in all of their texts.
 * @returns what got through; nothing is right.
 */
export async function breaches(
  send: Send,
  operations: readonly Operation[],
  examples: Readonly<Record<string, Example>>,
  {
    ours,
    theirs,
    canary,
    both,
    widgetSession,
  }: { ours: Side; theirs: Side; canary: string; both: Caller; widgetSession: Caller },
): Promise<string[]> {
  const found: string[] = [];
  const roles = ['viewer', 'member', 'supervisor', 'admin', 'owner'] as const;

  for (const operation of operations) {
    const example = examples[operation.name];
    if (!example) continue;
    const { access } = operation;
    const callers = [
      { name: 'nobody', caller: { headers: {} }, status: refusalFor(access, 'nobody') },
      { name: 'a revoked key', caller: ours.keys.revoked, status: 401 },
      { name: 'a widget session', caller: widgetSession, status: 401 },
      { name: 'a made-up key', caller: { headers: { authorization: 'Bearer bsk_nothing' } }, status: 401 },
      ...roles.map((role) => ({
        name: `the ${role}`,
        caller: ours.people[role],
        status: refusalFor(access, { role }),
      })),
      { name: 'a reading key', caller: ours.keys.read, status: refusalFor(access, { scopes: ['read'] }) },
      { name: 'a writing key', caller: ours.keys.write, status: refusalFor(access, { scopes: ['write'] }) },
      { name: 'a full key', caller: ours.keys.all, status: refusalFor(access, { scopes: KEY_SCOPES }) },
    ];
    for (const { name, caller, status } of callers) {
      if (status === undefined) continue; // let in: what they may see there is tried below
      const answer = await send(build(operation, example, ours, caller).call);
      if (answer.status !== status)
        found.push(`${operation.name} answered ${name} with ${answer.status}, not ${status}`);
      await answer.body?.cancel();
    }

    const ofWorkspace = access !== 'member' && !access.startsWith('organisation:');
    const insiders = [
      { name: 'our owner', caller: ours.people.owner },
      { name: 'somebody of both, acting here', caller: both },
      ...(ofWorkspace && KEY_SCOPES.some((scope) => scope === access)
        ? [{ name: 'our key', caller: ours.keys.all }]
        : []),
    ];
    const { slots } = build(operation, example, ours, ours.people.owner);
    for (const { name, caller } of insiders)
      for (const [slot, { place, noun }] of slots.entries()) {
        const own = theirs.ids[noun];
        const foreign = await send(build(operation, example, ours, caller, { slot, id: own }).call);
        const text = await foreign.clone().text();
        const what = `${operation.name} with a foreign ${noun} in its ${place}, by ${name},`;
        if (text.includes(canary)) found.push(`${what} shows theirs`);
        if (place === 'path' && foreign.status !== 404)
          found.push(`${what} answered ${foreign.status}, not 404`);
        const none = await send(build(operation, example, ours, caller, { slot, id: absent(own) }).call);
        const [one, other] = [await fingerprint(foreign), await fingerprint(none)];
        if (one !== other) found.push(`${what} answered unlike an absent one: ${one} / ${other}`);
      }

    // the other organisation's own people and keys, with everything of ours
    const outsiders = [
      { name: 'their owner', caller: theirs.people.owner, status: undefined },
      ...(ofWorkspace
        ? [
            {
              name: 'their owner in our workspace',
              caller: inWorkspace(theirs.people.owner, ours),
              status: 404,
            },
            {
              name: 'our owner in their workspace',
              caller: inWorkspace(ours.people.owner, theirs),
              status: 404,
            },
          ]
        : []),
      ...(ofWorkspace && KEY_SCOPES.some((scope) => scope === access)
        ? [
            { name: 'their key', caller: theirs.keys.all, status: undefined },
            { name: 'our key in their workspace', caller: inWorkspace(ours.keys.all, theirs), status: 404 },
          ]
        : []),
    ];
    const hasPath = slots.some(({ place }) => place === 'path');
    for (const { name, caller, status } of outsiders) {
      const wanted = status ?? (hasPath ? 404 : undefined);
      if (wanted === undefined) continue; // their own list, their own record: no id of ours is in it
      const answer = await send(build(operation, example, ours, caller).call);
      // another id of ours in the body may be refused first
      const isRefused = answer.status === wanted || (answer.status === 400 && slots.length > 1);
      if (!isRefused) found.push(`${operation.name} answered ${name} with ${answer.status}, not ${wanted}`);
      await answer.body?.cancel();
    }
  }
  return found;
}

const inWorkspace = (caller: Caller, side: Side): Caller => ({
  headers: { ...caller.headers, 'banso-workspace': side.workspaceId },
});

/** The examples as our owner sends them, one after the other. @returns those that were not accepted. */
export async function rejected(
  send: Send,
  operations: readonly Operation[],
  examples: Readonly<Record<string, Example>>,
  ours: Side,
): Promise<string[]> {
  const found: string[] = [];
  const order = Object.keys(examples);
  for (const operation of operations.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))) {
    const example = examples[operation.name];
    if (!example) continue;
    const answer = await send(build(operation, example, ours, ours.people.owner).call);
    const text = operation.name === 'GET /v1/live' ? '' : await answer.text();
    await answer.body?.cancel().catch(() => undefined);
    if (!answer.ok) found.push(`${operation.name} answered ${answer.status}: ${text}`);
  }
  return found;
}
