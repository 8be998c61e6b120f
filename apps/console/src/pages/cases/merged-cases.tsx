import { common } from '@banso/contract';
import { Case } from '@banso/contract/cases';
import type { CaseChange } from '@banso/contract/cases';
import { Button, Clock, Notice } from '@banso/ui';
import { forget, useRead } from '../../data/query.ts';
import { may } from '../../data/session.ts';
import { formatDay } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { clockOf } from './case-words.ts';
import { changeCase } from './change-case.ts';
import { caseTexts } from './texts.ts';

const Cases = common.page(Case);

/** The person's other cases: which go on in this one, which could, and where this one goes on. Nothing where there are none. */
export function MergedCases({ of }: { of: Case }) {
  const texts = textsOf(caseTexts);
  const asked = { contactId: of.contact.id, view: 'all', limit: 20 } as const;
  const others = useRead('/v1/cases', Cases, asked).data?.data.data.filter(({ id }) => id !== of.id) ?? [];
  const shown = others.filter(
    ({ status, mergedInto }) => mergedInto === of.id || (status === 'closed' && mergedInto === null),
  );
  const change = async (id: string, to: CaseChange, done: string, back: CaseChange) => {
    await changeCase(id, to, { done, back });
    forget('/v1/notes');
  };
  const merge = (id: string) =>
    void change(id, { mergedInto: of.id }, texts.mergedDone, { mergedInto: null });
  const separate = ({ id, mergedInto }: Pick<Case, 'id' | 'mergedInto'>) =>
    void change(id, { mergedInto: null }, texts.separated, { mergedInto });
  if (of.mergedInto !== null)
    return (
      <div class="cs-notes">
        <Notice>
          <span class="row wrap">
            <span class="grow">{texts.goesOn}</span>
            <a class="link" href={`/console/cases?case=${of.mergedInto}`}>
              {texts.goToCase}
            </a>
            {may('write') && (
              <Button small variant="ghost" onClick={() => separate(of)}>
                {texts.separate}
              </Button>
            )}
          </span>
        </Notice>
      </div>
    );
  if (of.status === 'closed' || shown.length === 0) return null;
  return (
    <section class="cs-notes" aria-labelledby="case-others">
      <h3 id="case-others">{texts.others}</h3>
      <ul class="cs-others">
        {shown.map((other) => (
          <li key={other.id} class="row wrap">
            <a class="link" href={`/console/cases?view=closed&case=${other.id}`}>
              {texts.caseOf(texts.causes[other.cause], formatDay(other.openedAt))}
            </a>
            <Clock tone={undefined}>{clockOf(other).words}</Clock>
            {may('write') &&
              (other.mergedInto === of.id ? (
                <>
                  <span class="chip">{texts.mergedHere}</span>
                  <Button small variant="ghost" onClick={() => separate(other)}>
                    {texts.separate}
                  </Button>
                </>
              ) : (
                <Button small variant="ghost" onClick={() => merge(other.id)}>
                  {texts.merge}
                </Button>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
