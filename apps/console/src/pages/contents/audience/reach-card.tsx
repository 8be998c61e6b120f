import { audience } from '@banso/contract';
import { Button, Card, ProgressBar, RadioSegment, Skeleton, Status } from '@banso/ui';
import { useMemo, useState } from 'preact/hooks';
import { formatNumber } from '../../../texts/format.ts';
import { useFormFrame } from '../frame/form-frame.ts';
import { type LiveAnswer, useAnswer } from '../frame/use-answer.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { conditionWords } from './condition-words.ts';
import { ExamplePerson } from './example-person.tsx';
import { useContentNames } from './use-content-names.ts';

type Side = 'both' | 'in' | 'out';

/** Who is in the audience now: how many, what each condition leaves of everybody, and people of either side with the reason. */
export function ReachCard() {
  const texts = wordsOf('reach');
  const {
    problems,
    audience: { condition, verifiedOnly, path: at },
  } = useFormFrame();
  const isBroken = problems.some(({ path, stops }) => stops !== 'translation' && path.startsWith(at));
  const body = useMemo(
    () => (isBroken ? undefined : { condition, verifiedOnly }),
    [isBroken, condition, verifiedOnly],
  );
  const answer = useAnswer('/v1/segments/preview', audience.AudienceAnswer, body);
  return (
    <Card title={texts.title} actions={<Freshness answer={answer} isBroken={isBroken} />}>
      {answer.data ? (
        <Reach {...answer.data} />
      ) : answer.status === 'failed' ? (
        <p class="row wrap">
          <span class="muted">{texts.failed}</span>
          <Button small onClick={answer.retry}>
            {texts.retry}
          </Button>
        </p>
      ) : isBroken ? (
        <p class="muted">{texts.unfinished}</p>
      ) : (
        <Skeleton shape="rows" count={3} />
      )}
    </Card>
  );
}

function Freshness({ answer, isBroken }: { answer: LiveAnswer<audience.AudienceAnswer>; isBroken: boolean }) {
  const texts = wordsOf('reach');
  if (!answer.data) return null;
  if (isBroken) return <Status tone="none" label={texts.before} small />;
  return {
    ready: <Status tone="good" label={texts.now} small />,
    asking: <Status tone="none" label={texts.counting} small />,
    failed: <Status tone="warn" label={texts.stale} small />,
  }[answer.status];
}

function Reach({ people, matching, accounts, left, matched, others }: audience.AudienceAnswer) {
  const texts = wordsOf('reach');
  const [side, setSide] = useState<Side>('both');
  const share = people === 0 ? 0 : matching / people;
  return (
    <div class="reach">
      <dl class="reach-n">
        <div>
          <dt>{texts.people}</dt>
          <dd>{formatNumber(matching)}</dd>
          <dd class="muted xs">{texts.shareOf(share, formatNumber(people))}</dd>
        </div>
        <div>
          <dt>{texts.accounts}</dt>
          <dd>{formatNumber(accounts)}</dd>
        </div>
      </dl>
      {people === 0 && <p class="muted">{texts.nobodyYet}</p>}
      {left.length > 1 && <Steps people={people} left={left} />}
      {people > 0 && (
        <>
          <div class="row wrap">
            <h3 class="grow">{texts.examples}</h3>
            <RadioSegment
              label={texts.side}
              value={side}
              onChange={setSide}
              options={[
                { value: 'both', label: texts.both },
                { value: 'in', label: texts.in },
                { value: 'out', label: texts.out },
              ]}
            />
          </div>
          {side !== 'out' && <Examples title={texts.matched} none={texts.noneMatched} people={matched} />}
          {side !== 'in' && <Examples title={texts.others} none={texts.noOthers} people={others} />}
        </>
      )}
    </div>
  );
}

/** What each condition keeps of those whom the ones before it have left. */
function Steps({ people, left }: Pick<audience.AudienceAnswer, 'people' | 'left'>) {
  const texts = wordsOf('reach');
  const { condition } = useFormFrame().audience;
  const { nameOf } = useContentNames();
  const parts = condition.type === 'all' ? condition.of : [];
  const rows = [
    { words: texts.everybody, count: people },
    ...left.map((count, at) => ({ words: parts[at] ? conditionWords(parts[at], nameOf) : '', count })),
  ];
  return (
    <div>
      <h3>{texts.steps}</h3>
      <ol class="reach-s">
        {rows.map(({ words, count }, at) => (
          <li key={at}>
            <span class="reach-w">{words}</span>
            <ProgressBar
              kind="measure"
              label={words}
              value={count}
              max={people}
              valueText={formatNumber(count)}
              tone={at < rows.length - 1 ? 'mute' : undefined}
            />
            <span class="reach-c">{formatNumber(count)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Examples({
  title,
  none,
  people,
}: {
  title: string;
  none: string;
  people: readonly audience.AudienceExample[];
}) {
  return (
    <section aria-label={title}>
      <h4 class="muted">{title}</h4>
      {people.length === 0 ? (
        <p class="muted">{none}</p>
      ) : (
        <ul class="reach-e">
          {people.map((person) => (
            <ExamplePerson key={person.id} person={person} />
          ))}
        </ul>
      )}
    </section>
  );
}
