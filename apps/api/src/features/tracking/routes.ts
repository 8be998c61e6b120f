import { event, tracking } from '@banso/contract';
import type { Context } from 'hono';
import type { AppEnv, Deps } from '../../app-env.ts';
import { AppError } from '../../errors.ts';
import { body, invalid, json, operation, router } from '../../operation.ts';
import type { Told } from '../../recorder/told.ts';
import { maybeUnstorable, storable } from '../../storable.ts';
import { createHeard } from './heard.ts';
import type { Reading } from './read-message.ts';
import { readMessage } from './read-message.ts';

const TYPES = Object.keys(tracking.MESSAGES) as tracking.MessageType[];

const SUMMARIES: Readonly<Record<tracking.MessageType, string>> = {
  identify: 'Tell who somebody is',
  group: 'Tell which company somebody belongs to',
  track: 'Tell what somebody did, or what happened to them',
  page: 'Tell which page somebody saw',
  alias: 'Tell that a visitor turned out to be a user',
};
const ONCE =
  'For servers, with the secret key as user name of HTTP Basic. A message that was sent before, as its `messageId` tells, is accepted again and changes nothing. What is not described is not read. gzip is understood.';

const describe = (path: string, summary: string, schema: Parameters<typeof body>[0]) =>
  operation('write', {
    method: 'post',
    path,
    tags: ['tracking'],
    summary,
    description: ONCE,
    request: { body: body(schema) },
    responses: { 200: json(tracking.Received, 'What was accepted, and is on the disk') },
  });

/** The way in for the customer's servers: the Segment HTTP tracking protocol. Mounted at the root: `/v1/track` and its neighbours. */
export function trackingRoutes(deps: Pick<Deps, 'recorder' | 'clock' | 'newId' | 'live'>) {
  const { recorder, clock, newId } = deps;
  const heard = createHeard(deps);
  const routes = router();

  /** Records what could be read, and says what became of everything. */
  async function receive(
    c: Context<AppEnv>,
    messages: readonly { type: unknown; value: unknown }[],
    reading: Reading,
  ): Promise<tracking.Received & { errors: AppError['errors'] }> {
    const { workspaceId, principal } = c.var;
    const facts: Told[] = [];
    const received: tracking.Received = { accepted: [], refused: [], ignored: [] };
    let errors: AppError['errors'];
    for (const [index, { type, value }] of messages.entries()) {
      const read = readMessage(type, value, reading);
      if ('told' in read) {
        facts.push(read.told);
        received.ignored.push(...read.ignored.map((path) => ({ id: read.told.messageId, path })));
        continue;
      }
      errors ??= read.errors;
      const message = read.errors.map((error) => `${error.path}: ${error.message}`).join('; ');
      received.refused.push({ id: read.id ?? `#${index}`, code: read.code, message });
    }
    for (const verdict of await recorder.tell(workspaceId, principal.id, facts))
      if (verdict.accepted) received.accepted.push(verdict.id);
      else received.refused.push({ id: verdict.id, code: verdict.code, message: verdict.message });
    if (received.accepted.length > 0) heard(workspaceId);
    const kept = new Set(received.accepted);
    return { ...received, ignored: received.ignored.filter(({ id }) => kept.has(id)), errors };
  }

  for (const type of TYPES) {
    const path = `/v1/${type}`;
    routes.openAPIRegistry.registerPath(describe(path, SUMMARIES[type], tracking.MESSAGES[type]));
    routes.post(path, async (c) => {
      const value = await jsonOf(c);
      const { errors, ...received } = await receive(c, [{ type, value }], { receivedAt: clock.now(), newId });
      const [refused] = received.refused;
      if (refused) throw refusalOf(refused, errors);
      return c.json(received, 200);
    });
  }

  routes.openAPIRegistry.registerPath(describe('/v1/batch', 'Tell many things at once', tracking.Batch));
  routes.post('/v1/batch', async (c) => {
    const { batch, sentAt, context } = readBatch(await jsonOf(c));
    const messages = batch.map((value) => ({ type: typeIn(value), value }));
    const { errors: _all, ...received } = await receive(c, messages, {
      receivedAt: clock.now(),
      sentAt,
      context,
      newId,
    });
    return c.json(received, 200);
  });
  return routes;
}

/** Whatever the content type is called: the stock clients call compressed JSON all sorts of things. */
async function jsonOf(c: Context): Promise<unknown> {
  const text = await c.req.text();
  try {
    const value: unknown = JSON.parse(text);
    return maybeUnstorable(text) ? storable(value) : value;
  } catch (cause) {
    throw new AppError('invalid', 'The body is not JSON.', { cause });
  }
}

function readBatch(value: unknown): tracking.Batch {
  const parsed = tracking.Batch.safeParse(value);
  if (parsed.success) return parsed.data;
  const isTooMany = parsed.error.issues.some(
    ({ code, path }) => code === 'too_big' && path.join('.') === 'batch',
  );
  if (isTooMany)
    throw new AppError('too_large', `A batch may hold at most ${event.MAX_BATCH_EVENTS} messages.`);
  throw invalid(parsed.error, 'json');
}

const typeIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;

/** Of a message that came alone, the refusal is that of the request. */
function refusalOf(
  { code, message }: tracking.Received['refused'][number],
  errors: AppError['errors'],
): AppError {
  if (code === 'erased') return new AppError('erased', message);
  if (code === 'too_large') return new AppError('too_large', message);
  const [path = '', ...rest] = message.split(': ');
  return new AppError('invalid', message, {
    errors: errors ?? [{ path, code, message: rest.join(': ') }],
  });
}
