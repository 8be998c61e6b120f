import { INTERRUPTIVE_KINDS } from '@banso/domain/decide';
import { WEEKDAYS } from '@banso/domain/time';
import { Card } from '@banso/ui';
import { formatWeekday } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NumberIn, RuleRow, TimeIn } from './rule-row.tsx';
import type { Budget, Problems } from './rules.ts';
import { MOST, WHEN_ON, withKind } from './rules.ts';
import { TagRules } from './tag-rules.tsx';
import type { RuleName } from './texts.ts';
import { fatigueTexts } from './texts.ts';
import { wordsOf } from './wrong-words.ts';

/** Props of rules of the budget. */
export interface RulesProps {
  budget: Budget;
  wrong: Problems;
  onBudget: (budget: Budget) => void;
}

/** Every rule of the budget, in the order of the question that it answers. */
export function BudgetRules(props: RulesProps) {
  const texts = textsOf(fatigueTexts);
  return (
    <>
      <Card title={texts.groups.person}>
        <NumberRule {...props} rule="minDaysBetween" of="days" max={MOST.days} />
        <NumberRule {...props} rule="perSession" of="count" max={MOST.perSession} />
        <LimitRule
          {...props}
          rule="perPerson"
          limit={props.budget.perPerson}
          whenOn={WHEN_ON.perPerson}
          onLimit={(perPerson) => props.onBudget({ ...props.budget, perPerson })}
        />
        <FirstSessionRule {...props} />
      </Card>
      <Card title={texts.groups.kind}>
        {INTERRUPTIVE_KINDS.map((kind) => (
          <LimitRule
            {...props}
            key={kind}
            rule={kind}
            limit={props.budget.perKind[kind]}
            whenOn={WHEN_ON.perKind[kind]}
            onLimit={(limit) => props.onBudget(withKind(props.budget, kind, limit))}
          />
        ))}
        <NumberRule {...props} rule="npsReserveDays" of="days" max={MOST.days} />
      </Card>
      <TagRules {...props} />
      <Card title={texts.groups.company}>
        <NumberRule {...props} rule="accountDailyPercent" of="percent" max={MOST.percent} />
      </Card>
      <Card title={texts.groups.time}>
        <QuietHoursRule {...props} />
        <QuietDaysRule {...props} />
        <p class="hint">{texts.zone}</p>
      </Card>
    </>
  );
}

function NumberRule({
  budget,
  wrong,
  onBudget,
  rule,
  of,
  max,
}: RulesProps & {
  rule: 'minDaysBetween' | 'perSession' | 'npsReserveDays' | 'accountDailyPercent';
  of: 'count' | 'days' | 'percent';
  max: number;
}) {
  const value = budget[rule];
  const set = (to: number | null) => onBudget({ ...budget, [rule]: to });
  return (
    <RuleRow
      rule={rule}
      on={value !== null}
      onToggle={(on) => set(on ? WHEN_ON[rule] : null)}
      error={wordsOf(wrong[rule])}
      slots={[
        <NumberIn
          key="n"
          name={nameOf(rule)}
          of={of}
          max={max}
          value={value ?? WHEN_ON[rule]}
          onValue={set}
        />,
      ]}
    />
  );
}

function LimitRule({
  wrong,
  rule,
  limit,
  whenOn,
  onLimit,
}: RulesProps & {
  rule: RuleName;
  limit: Budget['perPerson'];
  whenOn: NonNullable<Budget['perPerson']>;
  onLimit: (limit: Budget['perPerson']) => void;
}) {
  const { count, days } = limit ?? whenOn;
  return (
    <RuleRow
      rule={rule}
      on={limit !== null}
      onToggle={(on) => onLimit(on ? whenOn : null)}
      error={wordsOf(wrong[rule])}
      slots={[
        <NumberIn
          key="c"
          name={nameOf(rule)}
          of="count"
          max={MOST.count}
          value={count}
          onValue={(to) => onLimit({ count: to, days })}
        />,
        <NumberIn
          key="d"
          name={nameOf(rule)}
          of="days"
          max={MOST.days}
          value={days}
          onValue={(to) => onLimit({ count, days: to })}
        />,
      ]}
    />
  );
}

function FirstSessionRule({ budget, onBudget }: RulesProps) {
  return (
    <RuleRow
      rule="skipFirstSession"
      on={budget.skipFirstSession}
      onToggle={(skipFirstSession) => onBudget({ ...budget, skipFirstSession })}
    />
  );
}

function QuietHoursRule({ budget, wrong, onBudget }: RulesProps) {
  const { from, to } = budget.quietHours ?? WHEN_ON.quietHours;
  const set = (quietHours: Budget['quietHours']) => onBudget({ ...budget, quietHours });
  return (
    <RuleRow
      rule="quietHours"
      on={budget.quietHours !== null}
      onToggle={(on) => set(on ? WHEN_ON.quietHours : null)}
      error={wordsOf(wrong.quietHours)}
      slots={[
        <TimeIn
          key="f"
          rule="quietHours"
          of="from"
          value={from}
          onValue={(time) => set({ from: time, to })}
        />,
        <TimeIn key="t" rule="quietHours" of="to" value={to} onValue={(time) => set({ from, to: time })} />,
      ]}
    />
  );
}

function QuietDaysRule({ budget, wrong, onBudget }: RulesProps) {
  const { quietDays } = budget;
  const set = (days: Budget['quietDays']) => onBudget({ ...budget, quietDays: days });
  return (
    <RuleRow
      rule="quietDays"
      on={quietDays.length > 0}
      onToggle={(on) => set(on ? [...WHEN_ON.quietDays] : [])}
      error={wordsOf(wrong.quietDays)}
    >
      <div class="rule-d">
        {WEEKDAYS.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              class="check sq"
              checked={quietDays.includes(day)}
              onChange={({ currentTarget: { checked } }) =>
                set(WEEKDAYS.filter((each) => (each === day ? checked : quietDays.includes(each))))
              }
            />
            {formatWeekday(day)}
          </label>
        ))}
      </div>
    </RuleRow>
  );
}

const nameOf = (rule: RuleName): string => textsOf(fatigueTexts).rules[rule][0];
