import type { HoldReason } from '@banso/domain/decide';
import { Button, Card, ChartTable, NumberDoor } from '@banso/ui';
import { language } from '../../data/session.ts';
import { formatDay, formatNumber, formatTime } from '../../texts/format.ts';
import { holdReasons } from '../../texts/hold-reasons.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { editorHref } from '../contents/content-kind.ts';
import type { Ahead } from './outcomes.ts';
import { outcomeOf, OUTCOMES, reasonsIn, tallyOf, visitsIn } from './outcomes.ts';
import { listeningTexts } from './texts.ts';

interface DaysProps {
  content: Ahead;
  days: readonly string[];
  /** The one that is looked at; undefined: all of them. */
  day: string | undefined;
  onDay: (day: string | undefined) => void;
}

/** What becomes of one content, day by day, and why. */
export function DaysAhead({ content, days, day, onDay }: DaysProps) {
  const texts = textsOf(listeningTexts);
  const cells = day === undefined ? content.days : content.days.filter((_, index) => days[index] === day);
  return (
    <>
      <Card title={content.name} meta={texts.visits}>
        <Legend />
        <Chart content={content} days={days} day={day} onDay={onDay} />
        <ChartTable
          caption={texts.chart(content.name)}
          headers={[texts.day, ...OUTCOMES.map((outcome) => texts.outcomes[outcome])]}
          rows={content.days.map((cell, index) => {
            const tally = tallyOf([cell]);
            return [formatDay(days[index] ?? ''), ...OUTCOMES.map((outcome) => formatNumber(tally[outcome]))];
          })}
          onOpen={(index) => onDay(days[index])}
        />
      </Card>
      <Card
        title={texts.why}
        meta={day === undefined ? texts.allDays : texts.oneDay(formatDay(day))}
        actions={
          day !== undefined && (
            <Button small variant="ghost" onClick={() => onDay(undefined)}>
              {texts.showAll}
            </Button>
          )
        }
      >
        <Reasons content={content} cells={cells} />
      </Card>
    </>
  );
}

function Legend() {
  const texts = textsOf(listeningTexts);
  return (
    <ul class="ahead-legend">
      {OUTCOMES.map((outcome) => (
        <li key={outcome}>
          <i class={`ahead-${outcome}`} aria-hidden="true" />
          {texts.outcomes[outcome]}
        </li>
      ))}
    </ul>
  );
}

/** One bar a day; a press looks at that day. */
function Chart({ content, days, day, onDay }: DaysProps) {
  const texts = textsOf(listeningTexts);
  const tallest = Math.max(1, ...content.days.map((cell) => visitsIn([cell])));
  const weekday = new Intl.DateTimeFormat(language.value, { weekday: 'narrow', timeZone: 'UTC' });
  return (
    <div class="ahead-days" role="group" aria-label={texts.chart(content.name)}>
      {content.days.map((cell, index) => {
        const date = days[index] ?? '';
        const tally = tallyOf([cell]);
        const isChosen = date === day;
        return (
          <button
            key={date}
            type="button"
            class="ahead-day"
            aria-pressed={isChosen}
            onClick={() => onDay(isChosen ? undefined : date)}
          >
            <span class="ahead-bar" aria-hidden="true">
              {OUTCOMES.toReversed().map((outcome) => (
                <i
                  key={outcome}
                  class={`ahead-${outcome}`}
                  style={{ blockSize: `${(tally[outcome] / tallest) * 100}%` }}
                />
              ))}
            </span>
            <b>{formatNumber(tally.asked)}</b>
            <span>
              {weekday.format(new Date(date))} {Number(date.slice(8))}
            </span>
            <span class="vh">
              {texts.dayLabel(formatDay(date), tally.asked, visitsIn([cell]) - tally.asked)}
            </span>
          </button>
        );
      })}
    </div>
  );
}

/** What happens, and everything that holds it back, with the way to where it is set and some of the people. */
function Reasons({ content, cells }: { content: Ahead; cells: Ahead['days'] }) {
  const texts = textsOf(listeningTexts);
  const { asked } = tallyOf(cells);
  return (
    <ul class="ahead-why">
      <Reason content={content} reason={null} count={asked} />
      {reasonsIn(cells).map(([reason, count]) => (
        <Reason key={reason} content={content} reason={reason} count={count} />
      ))}
      {visitsIn(cells) === 0 && <li class="muted">{texts.visits}: 0</li>}
    </ul>
  );
}

function Reason({ content, reason, count }: { content: Ahead; reason: HoldReason | null; count: number }) {
  const texts = textsOf(listeningTexts);
  const outcome = reason === null ? 'asked' : outcomeOf(reason);
  const isBudget = outcome === 'budget';
  const href = isBudget
    ? '/console/settings/fatigue'
    : `${editorHref(content.kind, content.id)}?tab=${outcome === 'outside' ? 'audience' : 'delivery'}`;
  return (
    <li>
      <i class={`ahead-${outcome}`} aria-hidden="true" />
      <span class="ahead-n">
        <NumberDoor
          definition={texts.outcomeWhat[outcome]}
          href={href}
          hint={isBudget ? texts.door.budget : texts.door.editor}
        >
          {formatNumber(count)}
        </NumberDoor>
      </span>
      <span class="ahead-r">
        <span class="med">{reason === null ? texts.outcomes.asked : textsOf(holdReasons)[reason]}</span>
        <People content={content} reason={reason} />
      </span>
    </li>
  );
}

function People({ content, reason }: { content: Ahead; reason: HoldReason | null }) {
  const texts = textsOf(listeningTexts);
  const some = content.examples.filter((example) => example.reason === reason);
  if (some.length === 0) return null;
  return (
    <span class="muted xs ahead-p">
      <span>{texts.people}</span>
      {some.map(({ contact, at }) => (
        <span key={contact.id}>
          <a class="link" href={`/console/contacts/${contact.id}`}>
            {contact.name ?? texts.somebody}
          </a>{' '}
          <time dateTime={at}>{formatTime(at)}</time>
        </span>
      ))}
    </span>
  );
}
