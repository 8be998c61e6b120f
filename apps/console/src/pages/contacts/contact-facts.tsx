import { LESS_DAYS } from '@banso/domain/asking';
import { Input, Select } from '@banso/ui';
import { language, may, workspace } from '../../data/session.ts';
import { formatDay, formatLanguage, formatNear, formatTime } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { ChoiceFact, FactConflict, PlainFact, TypedFact } from '../accounts/fact.tsx';
import { recordTexts } from '../accounts/record-texts.ts';
import { useFact } from '../accounts/use-fact.ts';
import type { RecordAccess } from '../accounts/use-record.ts';
import { AccountPicker } from './account-picker.tsx';
import type { AccountRef } from './account-picker.tsx';
import { IdentityStatus } from './contact-columns.tsx';
import type { Contact } from './contact-columns.tsx';
import { isEmail } from './email.ts';
import { contactTexts } from './texts.ts';

/** Who a person is, each value changed in place. */
export function ContactFacts({ access, record }: { access: RecordAccess<Contact>; record: Contact }) {
  const texts = textsOf(contactTexts);
  const { nothing } = textsOf(recordTexts);
  const canEdit = may('write') && record.erasedAt === null;
  const none = <span class="muted reg">{texts.unknown}</span>;

  const name = useFact<Contact, string | null>(access, record, {
    label: texts.name,
    valueOf: (each) => each.name,
    bodyOf: (value) => ({ name: value?.trim() || null }),
    words: (value) => value?.trim() || nothing,
  });
  const email = useFact<Contact, string | null>(access, record, {
    label: texts.email,
    valueOf: (each) => each.email,
    bodyOf: (value) => ({ email: value?.trim() || null }),
    words: (value) => value?.trim() || nothing,
  });
  const of = useFact<Contact, AccountRef>(access, record, {
    label: texts.account,
    valueOf: (each) => each.account && { id: each.account.id, name: each.account.name },
    bodyOf: (value) => ({ accountId: value?.id ?? null }),
    words: (value) => value?.name ?? texts.noAccount,
  });
  const locale = useFact<Contact, string | null>(access, record, {
    label: texts.language,
    valueOf: (each) => each.locale,
    bodyOf: (value) => ({ locale: value }),
    words: (value) => (value ? formatLanguage(value) : nothing),
  });
  const { lastSeenAt } = record;
  const languages = [
    ...new Set([...(workspace.value?.locales ?? []), ...(record.locale ? [record.locale] : [])]),
  ];

  return (
    <>
      <dl class="facts facts-five">
        <TypedFact
          fact={name}
          canEdit={canEdit}
          editor={(draft, setDraft) => (
            <Input value={draft ?? ''} onValue={(value) => setDraft(value || null)} maxLength={200} />
          )}
        >
          {name.value ?? none}
        </TypedFact>
        <TypedFact
          fact={email}
          canEdit={canEdit}
          editor={(draft, setDraft) => (
            <Input
              type="email"
              value={draft ?? ''}
              onValue={(value) => setDraft(value || null)}
              maxLength={254}
            />
          )}
          errorOf={(draft) => (draft?.trim() && !isEmail(draft) ? texts.emailWrong : undefined)}
        >
          {email.value ?? none}
        </TypedFact>
        <TypedFact
          fact={of}
          canEdit={canEdit}
          sub={
            of.value && (
              <a class="link" href={`/console/accounts/${of.value.id}`}>
                {texts.openAccount}
              </a>
            )
          }
          editor={(draft, setDraft) => <AccountPicker value={draft} onValue={setDraft} />}
        >
          {of.value?.name ?? none}
        </TypedFact>
        <TypedFact
          fact={locale}
          canEdit={canEdit}
          editor={(draft, setDraft) => (
            <Select
              options={[
                { value: '', label: texts.unknown },
                ...languages.map((value) => ({ value, label: formatLanguage(value) })),
              ]}
              value={draft ?? ''}
              onValue={(value) => setDraft(value || null)}
            />
          )}
        >
          {locale.value ? formatLanguage(locale.value) : none}
        </TypedFact>
        <PlainFact label={texts.lastSeen} sub={lastSeenAt ? formatTime(lastSeenAt) : undefined}>
          {lastSeenAt ? formatNear(lastSeenAt) : <span class="muted reg">{texts.never}</span>}
        </PlainFact>
      </dl>
      <FactConflict fact={name} />
      <FactConflict fact={email} />
      <FactConflict fact={of} />
      <FactConflict fact={locale} />
    </>
  );
}

/** What is known of a person beside that, and whether their answers count. */
export function ContactDetails({ access, record }: { access: RecordAccess<Contact>; record: Contact }) {
  const texts = textsOf(contactTexts);
  const { externalId, timeZone, firstSeenAt, preferences } = record;
  const counting = useFact<Contact, 'count' | 'test'>(access, record, {
    label: texts.newAnswers,
    valueOf: ({ test }) => (test ? 'test' : 'count'),
    bodyOf: (value) => ({ test: value === 'test' }),
    words: (value) => texts.newAnswersWords[value],
  });
  return (
    <dl class="facts facts-rows">
      <PlainFact label={texts.identity} sub={identityWords(record)}>
        <IdentityStatus contact={record} />
      </PlainFact>
      {externalId !== null && (
        <PlainFact label={texts.userId}>
          <span class="mono">{externalId}</span>
        </PlainFact>
      )}
      {timeZone && (
        <PlainFact label={texts.timeZone} sub={timeIn(timeZone)}>
          {timeZone}
        </PlainFact>
      )}
      <PlainFact label={texts.asking} sub={preferences.asking === 'usual' ? undefined : texts.ownChoice}>
        {preferences.asking === 'less'
          ? texts.askingWords.less(LESS_DAYS)
          : texts.askingWords[preferences.asking]}
      </PlainFact>
      {preferences.locale && (
        <PlainFact label={texts.chosenLanguage} sub={texts.ownChoice}>
          {formatLanguage(preferences.locale)}
        </PlainFact>
      )}
      <ChoiceFact
        fact={counting}
        canEdit={may('write') && record.erasedAt === null}
        choices={(['count', 'test'] as const).map((value) => ({
          value,
          label: texts.newAnswersWords[value],
        }))}
        sub={counting.value === 'test' ? texts.newAnswersTest : undefined}
      >
        {texts.newAnswersWords[counting.value]}
      </ChoiceFact>
      {firstSeenAt && <PlainFact label={texts.firstSeen}>{formatDay(firstSeenAt)}</PlainFact>}
    </dl>
  );
}

function identityWords({ verified, externalId, erasedAt }: Contact): string {
  const texts = textsOf(contactTexts);
  if (erasedAt !== null) return texts.erasedWhat;
  if (verified) return texts.verifiedWhat;
  return externalId === null ? texts.anonymousWhat : texts.unverifiedWhat;
}

/** The time of day where the person is; undefined for a zone that this browser does not know. */
function timeIn(timeZone: string): string | undefined {
  try {
    const time = new Intl.DateTimeFormat(language.value, { timeStyle: 'short', timeZone }).format(new Date());
    return textsOf(contactTexts).theirTime(time);
  } catch {
    return undefined; // a zone that the person's browser made up
  }
}
