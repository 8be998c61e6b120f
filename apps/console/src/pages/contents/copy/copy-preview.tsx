import type { ImportedContent } from '@banso/contract/as-code';
import { Notice } from '@banso/ui';
import { formatTime } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { ChangeList } from '../frame/change-list.tsx';
import { contentTexts } from '../texts/content.ts';
import type { CopyPlan } from './copy-plan.ts';
import { copyTexts } from './texts.ts';

/** Says what a copy does in the other workspace. */
export function CopyPreview({
  plan: { own, along, segments, themes },
  there,
}: {
  plan: CopyPlan;
  there: string;
}) {
  const texts = textsOf(copyTexts);
  const { title } = textsOf(contentTexts);
  const others = [
    ...along.map(({ path, kind, name }) => ({ path, name, what: title[kind] })),
    ...segments.map(({ path, name }) => ({ path, name, what: texts.segment })),
    ...themes.map(({ path, name }) => ({ path, name, what: texts.theme })),
  ];
  return (
    <>
      <p>{outcomeWords(own, there)}</p>
      {own.conflict && (
        <Notice tone="warn" title={texts.conflict(there)}>
          {texts.conflictWhat(own.conflict.by?.name ?? texts.somebody, formatTime(own.conflict.at))}
        </Notice>
      )}
      {own.nameBefore !== null && <p>{texts.renamed(own.nameBefore, own.name)}</p>}
      {own.tagsBefore !== null && <p>{texts.retagged(own.tagsBefore.join(', '), own.tags.join(', '))}</p>}
      {own.changes.length > 0 && (
        <section aria-label={texts.changes}>
          <h3>{texts.changes}</h3>
          <ChangeList kind={own.kind} changes={own.changes} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-label={texts.along(others.length)}>
          <h3>{texts.along(others.length)}</h3>
          <p class="muted">{texts.alongWhat(others.length)}</p>
          <ul>
            {others.map(({ path, name, what }) => (
              <li key={path}>
                {name} <span class="muted">{what}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {own.outcome !== 'unchanged' && <p class="muted">{texts.segmentsStay}</p>}
    </>
  );
}

function outcomeWords(
  { outcome, status, changes, nameBefore, tagsBefore }: ImportedContent,
  there: string,
): string {
  const texts = textsOf(copyTexts);
  if (outcome === 'created') return texts.created(there);
  if (outcome === 'unchanged') return texts.unchanged(there);
  const isSilent = changes.length === 0 && nameBefore === null && tagsBefore === null;
  const isSeen = status === 'published' || status === 'scheduled';
  return `${isSilent ? texts.blanks(there) : texts.changed(there)} ${isSeen ? texts.seen : ''}`.trim();
}
