import { account } from '@banso/contract';
import type { common } from '@banso/contract';
import { Avatar, Button, Chip, Input } from '@banso/ui';
import { may } from '../../data/session.ts';
import { formatDay, formatMoney, formatNear, formatTime } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import type { Account } from './account-columns.tsx';
import { ChoiceFact, FactConflict, PlainFact, TypedFact } from './fact.tsx';
import { HealthFact, useHealth } from './health-fact.tsx';
import { LifecycleStatus } from './lifecycle-status.tsx';
import { useMembers } from './members.ts';
import { moneyDraft, MoneyFields, moneyOf } from './money-fields.tsx';
import type { MoneyDraft } from './money-fields.tsx';
import { usePlans } from './plans.ts';
import { recordTexts } from './record-texts.ts';
import { daysUntil, NEAR_DAYS, renewalWords } from './renewal-words.ts';
import { accountTexts } from './texts.ts';
import { useFact } from './use-fact.ts';
import type { Fact } from './use-fact.ts';
import type { RecordAccess } from './use-record.ts';

type Access = RecordAccess<Account>;

/** The facts that a team keeps of an account, each changed in place. */
export function AccountFacts({ access, record }: { access: Access; record: Account }) {
  const texts = textsOf(accountTexts);
  const { nothing } = textsOf(recordTexts);
  const canEdit = may('write');
  const members = useMembers();
  const plans = usePlans();

  const lifecycle = useFact<Account, account.Lifecycle>(access, record, {
    label: texts.lifecycle,
    valueOf: (each) => each.lifecycle,
    bodyOf: (value) => ({ lifecycle: value }),
    words: (value) => texts.lifecycles[value],
  });
  const health = useHealth(access, record);
  const revenue = useFact<Account, MoneyDraft>(access, record, {
    label: texts.revenue,
    valueOf: (each) => moneyDraft(each.recurringRevenue),
    bodyOf: (value) => ({ recurringRevenue: moneyOf(value) ?? null }),
    words: (value) => {
      const money = moneyOf(value);
      return money ? formatMoney(money) : nothing;
    },
  });
  const renewal = useFact<Account, string | null>(access, record, {
    label: texts.renewal,
    valueOf: (each) => each.renewalDate,
    bodyOf: (value) => ({ renewalDate: value }),
    words: (value) => (value ? formatDay(value) : nothing),
  });
  const plan = useFact<Account, string | null>(access, record, {
    label: texts.plan,
    valueOf: (each) => each.plan,
    bodyOf: (value) => ({ plan: value?.trim() || null }),
    words: (value) => value?.trim() || nothing,
  });
  const owner = useFact<Account, string | null>(access, record, {
    label: texts.owner,
    valueOf: (each) => each.owner?.id ?? null,
    bodyOf: (value) => ({ ownerId: value }),
    words: (value) =>
      value === null
        ? texts.nobody
        : (members.find(({ id }) => id === value)?.name ??
          (record.owner?.id === value ? record.owner.name : texts.unknown)),
  });
  const ownerName = owner.words(owner.value);
  const none = <span class="muted reg">{texts.unknown}</span>;

  return (
    <>
      <dl class="facts">
        <ChoiceFact
          fact={lifecycle}
          canEdit={canEdit}
          choices={account.LIFECYCLES.map((value) => ({ value, label: texts.lifecycles[value] }))}
        >
          <LifecycleStatus lifecycle={lifecycle.value} />
        </ChoiceFact>
        <HealthFact fact={health} record={record} />
        <RevenueFact fact={revenue} canEdit={canEdit} />
        <TypedFact
          fact={renewal}
          canEdit={canEdit}
          sub={
            renewal.value && Math.abs(daysUntil(renewal.value)) <= NEAR_DAYS
              ? texts.renewsOn(formatDay(renewal.value))
              : undefined
          }
          editor={(draft, setDraft) => (
            <span class="stack">
              <Input type="date" value={draft ?? ''} onValue={(value) => setDraft(value || null)} />
              {draft !== null && (
                <Button small variant="ghost" onClick={() => setDraft(null)}>
                  {texts.clear}
                </Button>
              )}
            </span>
          )}
        >
          {renewal.value ? renewalWords(renewal.value) : none}
        </TypedFact>
        <TypedFact
          fact={plan}
          canEdit={canEdit}
          editor={(draft, setDraft) => (
            <Input value={draft ?? ''} onValue={(value) => setDraft(value || null)} maxLength={100} />
          )}
          hintOf={(draft) =>
            plans.length > 0 && (
              <span class="row wrap fact-c" role="group" aria-label={texts.plansInUse}>
                {plans.slice(0, 6).map((each) => (
                  <Chip key={each} pressed={each === draft} onClick={() => plan.edit.setDraft(each)}>
                    {each}
                  </Chip>
                ))}
              </span>
            )
          }
        >
          {plan.value?.trim() || none}
        </TypedFact>
        <ChoiceFact
          fact={owner}
          canEdit={canEdit}
          choices={[
            ...members.map(({ id, name }) => ({ value: id, label: name })),
            { value: null, label: texts.nobody },
          ]}
        >
          {owner.value === null ? (
            <span class="muted reg">{texts.nobody}</span>
          ) : (
            <span class="row rec-owner">
              <Avatar name={ownerName} size="s" />
              <span class="trunc">{ownerName}</span>
            </span>
          )}
        </ChoiceFact>
      </dl>
      <FactConflict fact={lifecycle} />
      <FactConflict fact={health} />
      <FactConflict fact={revenue} />
      <FactConflict fact={renewal} />
      <FactConflict fact={plan} />
      <FactConflict fact={owner} />
    </>
  );
}

function RevenueFact({ fact, canEdit }: { fact: Fact<MoneyDraft>; canEdit: boolean }) {
  const texts = textsOf(accountTexts);
  const money = moneyOf(fact.value);
  return (
    <TypedFact
      fact={fact}
      canEdit={canEdit}
      editor={(draft, setDraft) => <MoneyFields draft={draft} onDraft={setDraft} />}
      errorOf={(draft) => (moneyOf(draft) === undefined ? texts.amountWrong : undefined)}
      hintOf={(draft) => preview(moneyOf(draft))}
    >
      {money ? formatMoney(money) : <span class="muted reg">{texts.unknown}</span>}
    </TypedFact>
  );
}

function preview(money: common.Money | null | undefined): string {
  return money ? formatMoney(money) : textsOf(accountTexts).amountHint;
}

/** What the record itself is: its name, its id in the customer's systems, since when it is known. */
export function AccountDetails({ access, record }: { access: Access; record: Account }) {
  const texts = textsOf(accountTexts);
  const { nothing } = textsOf(recordTexts);
  const canEdit = may('write');
  const { lastSeenAt } = record;
  const name = useFact<Account, string>(access, record, {
    label: texts.name,
    valueOf: (each) => each.name,
    bodyOf: (value) => ({ name: value.trim() }),
    words: (value) => value.trim(),
  });
  const externalId = useFact<Account, string | null>(access, record, {
    label: texts.externalId,
    valueOf: (each) => each.externalId,
    bodyOf: (value) => ({ externalId: value?.trim() || null }),
    words: (value) => value?.trim() || nothing,
  });
  return (
    <>
      <dl class="facts facts-rows">
        <TypedFact
          fact={name}
          canEdit={canEdit}
          editor={(draft, setDraft) => <Input value={draft} onValue={setDraft} maxLength={200} />}
          errorOf={(draft) => (draft.trim() === '' ? texts.nameMissing : undefined)}
        >
          {name.value}
        </TypedFact>
        <TypedFact
          fact={externalId}
          canEdit={canEdit}
          editor={(draft, setDraft) => (
            <Input
              mono
              value={draft ?? ''}
              onValue={(value) => setDraft(value || null)}
              maxLength={200}
              spellcheck={false}
            />
          )}
          hintOf={() => texts.externalIdHint}
        >
          {externalId.value ? (
            <span class="mono">{externalId.value}</span>
          ) : (
            <span class="muted reg">{texts.unknown}</span>
          )}
        </TypedFact>
        <PlainFact label={texts.lastSeen} sub={lastSeenAt ? formatTime(lastSeenAt) : undefined}>
          {lastSeenAt ? formatNear(lastSeenAt) : <span class="muted reg">{texts.never}</span>}
        </PlainFact>
        <PlainFact label={texts.since}>{formatDay(record.createdAt)}</PlainFact>
        <PlainFact label={texts.changedAt}>{formatNear(record.updatedAt)}</PlainFact>
      </dl>
      <FactConflict fact={name} />
      <FactConflict fact={externalId} />
    </>
  );
}
