import { account, common, content, response } from '@banso/contract';
import { ANSWERED_TYPES } from '@banso/contract/response-query';
import { RESPONSE_SOURCES } from '@banso/domain/content';
import {
  Button,
  Field,
  FilterBar,
  FilterChip,
  FilterIcon,
  FilterPopover,
  Input,
  Menu,
  Select,
} from '@banso/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { may } from '../../data/session.ts';
import { useRead } from '../../data/query.ts';
import { formatDay, formatLanguage } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { answerTopicTexts } from '../topics/answer-texts.ts';
import { useTopicNames } from '../topics/topic-names.ts';
import { useMembers } from '../accounts/members.ts';
import { useTeams } from '../accounts/teams.ts';
import { usePlans } from '../accounts/plans.ts';
import { SearchBox } from '../accounts/search-box.tsx';
import type { Answer } from './answer-row.tsx';
import { type Field as Name, INBOX } from './inbox-state.ts';
import { inboxTexts } from './inbox-texts.ts';
import { feedbackTexts } from './texts.ts';
import { triageTexts } from './triage-texts.ts';
import { useTags } from './use-tags.ts';

type State = Readonly<Record<string, string>>;
type ChangeState = (to: Readonly<Record<string, string | undefined>>) => void;

/** Props of {@link InboxFilters}. */
export interface InboxFiltersProps {
  state: State;
  change: ChangeState;
  /** What is listed: it tells languages and things asked about. */
  rows: readonly Answer[];
}

const SCORES = Array.from({ length: 11 }, (_, score) => `${score}`);
const DAYS = ['7', '30', '90', '365'] as const;

/** Everything by which the inbox is narrowed down. */
export function InboxFilters({ state, change, rows }: InboxFiltersProps) {
  const texts = textsOf(feedbackTexts);
  const words = textsOf(inboxTexts);
  const triage = textsOf(triageTexts);
  const [added, setAdded] = useState<readonly Name[]>([]);
  const surveys =
    useRead('/v1/surveys', common.page(content.survey.Summary), { limit: 200 }).data?.data.data ?? [];
  const listed = useRead('/v1/accounts', common.page(account.Account), { limit: 200, sort: 'name' });
  const accounts = listed.data?.data.data.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const members = useMembers();
  const teams = useTeams();
  const plans = usePlans();
  const tags = useTags();
  const among = (found: readonly (string | null)[], chosen: string | undefined) =>
    [...new Set([...found, chosen].filter((one) => one !== null && one !== undefined))].sort();
  const languages = among(
    rows.map(({ locale }) => locale),
    state['language'],
  );
  const topics = useTopicNames(state['topic']);
  const abouts = among(
    rows.map(({ transactionId }) => transactionId),
    state['about'],
  );
  const named = rows.find((row) => row.account?.id === state['account'])?.account;
  const chip = (
    field: Name,
    label: string,
    choices: { value: string; label: string }[],
    anyLabel = words.any,
  ): ComponentChildren => {
    const value = state[field];
    return (
      <FilterChip
        key={field}
        label={label}
        anyLabel={anyLabel}
        choices={choices}
        selected={value === undefined ? [] : [value]}
        onChange={([to]) => change({ [field]: to, answer: undefined })}
      />
    );
  };
  /** Shown where they are set or asked for: all of them would be more than a line. */
  const rare: { field: Name; label: string; choices: { value: string; label: string }[] }[] = [
    {
      field: 'comment',
      label: texts.comment,
      choices: [
        { value: 'true', label: texts.withComment },
        { value: 'false', label: texts.withoutComment },
      ],
    },
    {
      field: 'source',
      label: texts.source,
      choices: RESPONSE_SOURCES.map((source) => ({ value: source, label: texts.sources[source] })),
    },
    {
      field: 'tests',
      label: triage.tests,
      choices: [
        { value: 'only', label: triage.testsOnly },
        { value: 'too', label: triage.testsToo },
      ],
    },
    {
      field: 'owner',
      label: words.owner,
      choices: members.map(({ id, name }) => ({ value: id, label: name })),
    },
    ...(teams.length > 0 || state['team'] !== undefined
      ? [
          {
            field: 'team' as const,
            label: words.team,
            choices: teams.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
    {
      field: 'plan',
      label: words.plan,
      choices: among(plans, state['plan']).map((plan) => ({ value: plan, label: plan })),
    },
    {
      field: 'account',
      label: words.account,
      choices: [
        ...accounts,
        ...(named && !accounts.some(({ value }) => value === named.id)
          ? [{ value: named.id, label: named.name }]
          : []),
      ],
    },
    {
      field: 'language',
      label: texts.language,
      choices: languages.map((tag) => ({ value: tag, label: formatLanguage(tag) })),
    },
    {
      field: 'type',
      label: words.type,
      choices: ANSWERED_TYPES.map((type) => ({ value: type, label: words.types[type] })),
    },
    { field: 'about', label: texts.about, choices: abouts.map((id) => ({ value: id, label: id })) },
  ];
  const shown = new Set(
    rare.filter(({ field }) => state[field] !== undefined || added.includes(field)).map(({ field }) => field),
  );
  return (
    <FilterBar label={texts.filters}>
      {may('read_texts') && (
        <SearchBox
          label={words.search}
          value={state['words'] ?? ''}
          onSearch={(text) => change({ words: text || undefined, answer: undefined })}
        />
      )}
      {chip(
        'survey',
        texts.survey,
        surveys.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {INBOX.builtInOf(state) !== 'detractors' && <ScoreFilter state={state} change={change} />}
      {(tags.length > 0 || state['tag'] !== undefined) &&
        chip(
          'tag',
          words.tag,
          tags.map(({ id, name }) => ({ value: id, label: name })),
        )}
      {(topics.length > 0 || state['topic'] !== undefined) &&
        chip(
          'topic',
          textsOf(answerTopicTexts).topic,
          topics.map(({ id, name }) => ({ value: id, label: name })),
        )}
      <PeriodFilter state={state} change={change} />
      {rare
        .filter(({ field }) => shown.has(field))
        .map(({ field, label, choices }) =>
          chip(field, label, choices, field === 'tests' ? triage.testsNone : words.any),
        )}
      {rare.some(({ field }) => !shown.has(field)) && (
        <Menu
          label={words.addFilter}
          sections={[
            {
              id: 'filters',
              items: rare
                .filter(({ field }) => !shown.has(field))
                .map(({ field, label }) => ({
                  id: field,
                  label,
                  onSelect: () => setAdded([...added, field]),
                })),
            },
          ]}
          trigger={(props) => (
            <Button {...props} small variant="ghost" icon={FilterIcon}>
              {words.addFilter}
            </Button>
          )}
        />
      )}
    </FilterBar>
  );
}

/** A band, or from which score to which. */
function ScoreFilter({ state, change }: { state: State; change: ChangeState }) {
  const texts = textsOf(feedbackTexts);
  const words = textsOf(inboxTexts);
  const { band, score } = state;
  const low = state['low'] ?? score;
  const high = state['high'] ?? score;
  const isBand = (value: string | undefined): value is (typeof response.BANDS)[number] =>
    response.BANDS.some((one) => one === value);
  const value = isBand(band)
    ? texts[band]
    : low === undefined && high === undefined
      ? words.any
      : words.fromTo(low ?? '0', high ?? '10');
  const choose = (to: Readonly<Record<string, string | undefined>>) =>
    change({ band: undefined, score: undefined, low, high, answer: undefined, ...to });
  const options = SCORES.map((one) => ({ value: one, label: one }));
  return (
    <FilterPopover label={texts.band} value={value}>
      {() => (
        <div class="fields fb-pop">
          <Field label={words.band}>
            <Select
              value={isBand(band) ? band : ''}
              onValue={(to) => choose({ band: to || undefined, low: undefined, high: undefined })}
              options={[
                { value: '', label: words.any },
                ...response.BANDS.map((one) => ({ value: one as string, label: texts[one] })),
              ]}
            />
          </Field>
          <div class="row">
            <Field label={words.lowest}>
              <Select
                value={low ?? '0'}
                options={options}
                onValue={(to) => choose({ low: to === '0' ? undefined : to })}
              />
            </Field>
            <Field label={words.highest}>
              <Select
                value={high ?? '10'}
                options={options}
                onValue={(to) => choose({ high: to === '10' ? undefined : to })}
              />
            </Field>
          </div>
        </div>
      )}
    </FilterPopover>
  );
}

/** The last days, or from which day to which. */
function PeriodFilter({ state, change }: { state: State; change: ChangeState }) {
  const words = textsOf(inboxTexts);
  const { days, from, to } = state;
  const isOpen = from === undefined && to === undefined;
  // the last day belongs to the period
  const lastDay = to && new Date(Date.parse(to) - 1).toISOString();
  const value = isOpen
    ? days === undefined
      ? words.any
      : words.lastDays(Number(days))
    : words.fromTo(from ? formatDay(from) : '…', lastDay ? formatDay(lastDay) : '…');
  const choose = (next: Readonly<Record<string, string | undefined>>) =>
    change({ days: undefined, counted: undefined, answer: undefined, ...next });
  return (
    <FilterPopover label={words.period} value={value}>
      {() => (
        <div class="fields fb-pop">
          <Field label={words.last}>
            <Select
              value={isOpen ? (days ?? '') : ''}
              onValue={(next) => choose({ days: next || undefined, from: undefined, to: undefined })}
              options={[
                { value: '', label: words.any },
                ...DAYS.map((one) => ({ value: one as string, label: words.lastDays(Number(one)) })),
              ]}
            />
          </Field>
          <div class="row">
            <Field label={words.from}>
              <Input type="date" value={dayIn(from)} onValue={(day) => choose({ from: startOf(day, 0) })} />
            </Field>
            <Field label={words.until}>
              <Input type="date" value={dayIn(lastDay)} onValue={(day) => choose({ to: startOf(day, 1) })} />
            </Field>
          </div>
        </div>
      )}
    </FilterPopover>
  );
}

/** The day of a moment where the reader is; the Swedish write days as inputs do. */
const dayIn = (at: string | undefined): string => (at ? new Date(at).toLocaleDateString('sv') : '');

function startOf(day: string, later: number): string | undefined {
  if (day === '') return undefined;
  const start = new Date(`${day}T00:00`);
  if (Number.isNaN(start.getTime())) return undefined;
  start.setDate(start.getDate() + later);
  return start.toISOString();
}
