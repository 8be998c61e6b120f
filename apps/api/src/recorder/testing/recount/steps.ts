import type { ChecklistBody } from '@banso/domain/content';
import type { TestContent } from '../rig.ts';
import type { LogEntry, Projections, Row } from './lines.ts';
import { bump, line } from './lines.ts';

/** Steps that are done, and checklists that are finished. @param inOrder - The log in the order of arrival. */
export function stepsOf(
  inOrder: readonly LogEntry[],
  contents: readonly TestContent[],
  contacts: readonly Row[],
): Pick<Projections, 'steps' | 'finished'> {
  const done = new Map<string, string>();
  const finished = new Set<string>();
  const people = new Map(contacts.map((row) => [row['id'], row]));

  for (const content of contents.filter(({ kind }) => kind === 'checklist')) {
    const body = content.body as ChecklistBody;
    const subjectOf = (contactId: unknown, accountId: unknown) =>
      body.progressOf === 'account' &&
      people.get(String(contactId))?.['identity'] === 'verified' &&
      accountId !== null
        ? accountId
        : contactId;
    const tracked = new Map<string, number>();
    const isFull = (subject: unknown) =>
      body.steps
        .filter(({ optional }) => !optional)
        .every(({ key }) => done.has(line(subject, content.id, key)));
    for (const entry of inOrder) {
      const subject = subjectOf(entry.contact_id, entry.account_id);
      const key = line(subject, content.id, entry.said['step']);
      if (entry.content_id === content.id && entry.type === 'step_completed' && !done.has(key))
        done.set(key, 'person');
      if (entry.content_id === content.id && entry.type === 'step_reopened' && done.get(key) === 'person')
        done.delete(key);
      if (entry.type === 'track') bump(tracked, line(entry.contact_id, entry.said['name']));
      for (const step of entry.type === 'track' ? body.steps : []) {
        const when = step.completeWhen;
        if (when?.type !== 'event') continue;
        const stepKey = line(subject, content.id, step.key);
        if ((tracked.get(line(entry.contact_id, when.name)) ?? 0) >= when.count && !done.has(stepKey))
          done.set(stepKey, 'event');
      }
      if (isFull(subject)) finished.add(line(subject, content.id));
    }
  }
  return {
    steps: [...done].map(([key, via]) => line(key, via)).toSorted(),
    finished: [...finished].toSorted(),
  };
}
