import { HEALTH_LEVELS, type HealthLevel } from '@banso/domain/health';
import { Button, Input, RadioSegment } from '@banso/ui';
import { may } from '../../data/session.ts';
import { formatDay, formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import type { Account } from './account-columns.tsx';
import { TypedFact } from './fact.tsx';
import { HealthStatus } from './health-status.tsx';
import { accountTexts } from './texts.ts';
import { useFact } from './use-fact.ts';
import type { Fact } from './use-fact.ts';
import type { RecordAccess } from './use-record.ts';

/** What is said of an account's health; without an end of its own it holds for the usual time. */
interface HealthDraft {
  level: HealthLevel;
  reason: string;
  until?: string | undefined;
}

/** How the account is, changed in place. */
export function useHealth(access: RecordAccess<Account>, record: Account): Fact<HealthDraft | null> {
  const texts = textsOf(accountTexts);
  return useFact<Account, HealthDraft | null>(access, record, {
    label: texts.health,
    valueOf: ({ health }) => health && { level: health.level, reason: health.reason, until: health.until },
    bodyOf: (value) => ({ health: value && { ...value, reason: value.reason.trim() } }),
    words: (value) => (value ? texts.healthLevels[value.level] : texts.unknown),
  });
}

/** What somebody of the team says of the account's health, why, and until when that holds. */
export function HealthFact({ fact, record }: { fact: Fact<HealthDraft | null>; record: Account }) {
  const texts = textsOf(accountTexts);
  const { health } = record;
  const said = health && (
    <>
      {health.reason}
      <br />
      <span title={formatDay(health.until)}>
        {texts.healthSaid(health.by?.name, formatNear(health.at), formatDay(health.until))}
      </span>
    </>
  );
  return (
    <TypedFact
      fact={fact}
      canEdit={may('write')}
      sub={said ?? undefined}
      editor={(draft, setDraft) => (
        <span class="stack">
          <RadioSegment<HealthLevel | ''>
            label={texts.health}
            value={draft?.level ?? ''}
            onChange={(level) => level !== '' && setDraft({ level, reason: draft?.reason ?? '' })}
            options={HEALTH_LEVELS.map((value) => ({ value, label: texts.healthLevels[value] }))}
          />
          <Input
            aria-label={texts.healthReason}
            placeholder={texts.healthReason}
            value={draft?.reason ?? ''}
            maxLength={500}
            onValue={(reason) => setDraft({ level: draft?.level ?? 'average', reason })}
          />
          {draft !== null && (
            <Button small variant="ghost" onClick={() => setDraft(null)}>
              {texts.clear}
            </Button>
          )}
        </span>
      )}
      errorOf={(draft) =>
        draft !== null && draft.reason.trim() === '' ? texts.healthReasonMissing : undefined
      }
      hintOf={() => texts.healthHint}
    >
      {fact.value ? (
        <HealthStatus level={fact.value.level} />
      ) : (
        <span class="muted reg">{texts.unknown}</span>
      )}
    </TypedFact>
  );
}
