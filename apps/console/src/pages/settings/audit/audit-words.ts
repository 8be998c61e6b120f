import type { organisation } from '@banso/contract';
import type * as z from 'zod';
import { textsOf } from '../../../texts/use-texts.ts';
import { memberTexts } from '../members/texts.ts';
import { auditTexts } from './texts.ts';

/** One act, as it was written down. */
export type AuditEntry = z.infer<typeof organisation.AuditEntry>;

/** Names come from outside, and `toString` is a name, too. */
function wordsOf<W>(table: Readonly<Record<string, W>>, name: string): W | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** What was done, in words; an act that this version does not know by its name. */
export function actionWords({ action }: Pick<AuditEntry, 'action'>): string {
  const texts = textsOf(auditTexts);
  const known = wordsOf(texts.actions, action);
  if (known !== undefined) return known;
  const [noun = '', verb = ''] = action.split('.');
  const what = wordsOf(texts.nouns, noun);
  const say = wordsOf(texts.verbs, verb);
  return what !== undefined && say ? say(what) : action;
}

/** What changed, in words; undefined when the act says it all. */
export function changeWords({ action, change }: Pick<AuditEntry, 'action' | 'change'>): string | undefined {
  const texts = textsOf(auditTexts);
  const { roles } = textsOf(memberTexts);
  const { from, to, name, fields } = change;
  if (action === 'member.change_role' && isRole(from, roles) && isRole(to, roles))
    return texts.fromTo(roles[from], roles[to]);
  if (typeof name === 'string' && /\.(create|revoke|delete|import|run|undo)$/.test(action)) return name;
  if (!/\.(update|put)$/.test(action)) return undefined;
  const names = Array.isArray(fields)
    ? fields.filter((field) => typeof field === 'string')
    : Object.keys(change);
  const told = names.flatMap((field) => wordsOf(texts.fieldNames, field) ?? []);
  return told.length > 0 ? texts.fields([...new Set(told)].join(', ')) : undefined;
}

function isRole<R extends object>(value: unknown, roles: R): value is keyof R & string {
  return typeof value === 'string' && Object.hasOwn(roles, value);
}

const PLACES: Readonly<Record<string, string>> = {
  acc: 'accounts',
  con: 'contacts',
  chk: 'checklists',
  srv: 'surveys',
  res: 'resources',
  ann: 'announcements',
  seg: 'segments',
};

/** Where the thing is that was changed; undefined when it has no page, or has none any more. */
export function targetHref({ action, target }: Pick<AuditEntry, 'action' | 'target'>): string | undefined {
  if (action.endsWith('.delete')) return undefined;
  const [prefix = ''] = target.split('_');
  if (prefix === 'rsp') return `/console/feedback?answer=${target}`;
  if (prefix === 'cas') return `/console/cases?case=${target}`;
  if (prefix === 'era') return '/console/settings/privacy';
  if (prefix === 'thm') return `/console/settings/themes?theme=${target}`;
  if (prefix === 'imp') return `/console/settings/data?import=${target}`;
  if (prefix === 'exp') return '/console/settings/data';
  if (prefix === 'key') return '/console/settings/keys';
  if (prefix === 'mem' || prefix === 'inv') return '/console/settings/members';
  const place = wordsOf(PLACES, prefix);
  return place === undefined ? undefined : `/console/${place}/${target}`;
}
