import { MAX_RULES, Topic, type TopicRule } from '@banso/contract/topic';
import { AddIcon, Button, DeleteIcon, Dialog, Field, Input, Notice, Select, TextArea } from '@banso/ui';
import { useState } from 'preact/hooks';
import { forget } from '../../data/query.ts';
import { api } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { toaster } from '../../shell/toaster.ts';
import { formatLanguage } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { topicTexts } from './texts.ts';
import type { NewTopic } from './topics-page.tsx';
import { fill } from './use-topics.ts';

const LANGUAGES = ['ja', 'ko', 'en'];
const linesOf = (words: readonly string[]) => words.join('\n');
const wordsOf = (text: string) => [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);

interface RuleDraft {
  language: string | null;
  any: string;
  none: string;
}

/** Names a topic and says by which words it is recognised; `stored` is changed, without it a new one is made. */
export function TopicDialog({
  topic,
  stored,
  onClose,
}: {
  topic: NewTopic;
  stored?: { id: string; etag: string | undefined };
  onClose: () => void;
}) {
  const texts = textsOf(topicTexts);
  const submit = useSubmit();
  const [name, setName] = useState(topic.name);
  const [rules, setRules] = useState<RuleDraft[]>(
    topic.rules.map(({ language, any, none }) => ({ language, any: linesOf(any), none: linesOf(none) })),
  );
  const [asked, setAsked] = useState(false);
  const isEmpty = (rule: RuleDraft) => wordsOf(rule.any).length === 0;
  const save = async () => {
    setAsked(true);
    if (name.trim() === '' || rules.some(isEmpty)) return;
    const body = {
      name,
      rules: rules.map(({ language, any, none }): TopicRule => ({
        language,
        any: wordsOf(any),
        none: wordsOf(none),
      })),
    };
    const done = await submit.run(async () => {
      const { data } = stored
        ? await api.call('PATCH', `/v1/topics/${stored.id}`, { schema: Topic, body, etag: stored.etag })
        : await api.call('POST', '/v1/topics', { schema: Topic, body });
      forget('/v1/topics');
      // the service does it by itself too: what breaks off here goes on there
      void fill(data.id).catch(() => undefined);
    });
    if (!done) return;
    toaster.show({ message: texts.saved });
    onClose();
  };
  const put = (at: number, change: Partial<RuleDraft>) =>
    setRules(rules.map((rule, index) => (index === at ? { ...rule, ...change } : rule)));
  const isTaken = submit.refused.some(({ path, code }) => path === 'name' && code === 'taken');
  const wrongWord = (at: number, field: 'any' | 'none') =>
    submit.refused.some(({ path }) => path.startsWith(`rules.${at}.${field}`))
      ? texts.invalidWord
      : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={stored ? texts.editTitle : texts.makeTitle}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" busy={submit.busy} onClick={() => void save()}>
            {texts.save}
          </Button>
        </>
      }
    >
      <div class="stack">
        <Field
          label={texts.name}
          hint={texts.nameHint}
          error={isTaken ? texts.nameTaken : asked && name.trim() === '' ? texts.nameNeeded : undefined}
        >
          <Input value={name} onValue={setName} maxLength={100} />
        </Field>
        {rules.map((rule, at) => (
          <fieldset key={at} class="top-rule stack">
            <legend>{texts.rule(at + 1)}</legend>
            <Field label={texts.language}>
              <Select
                value={rule.language ?? ''}
                onValue={(value) => put(at, { language: value === '' ? null : value })}
                options={[
                  { value: '', label: texts.everyLanguage },
                  ...[...new Set([...LANGUAGES, ...(rule.language ? [rule.language] : [])])].map((tag) => ({
                    value: tag,
                    label: formatLanguage(tag),
                  })),
                ]}
              />
            </Field>
            <Field
              label={texts.any}
              hint={texts.anyHint}
              error={wrongWord(at, 'any') ?? (asked && isEmpty(rule) ? texts.wordsNeeded : undefined)}
            >
              <TextArea rows={3} value={rule.any} onValue={(any) => put(at, { any })} />
            </Field>
            <Field label={texts.noneWords} hint={texts.noneWordsHint} error={wrongWord(at, 'none')} optional>
              <TextArea rows={2} value={rule.none} onValue={(none) => put(at, { none })} />
            </Field>
            <Button
              small
              variant="ghost"
              icon={DeleteIcon}
              onClick={() => setRules(rules.filter((_, index) => index !== at))}
            >
              {texts.removeRule}
            </Button>
          </fieldset>
        ))}
        {rules.length === 0 && <p class="muted">{texts.noRules}</p>}
        {rules.length < MAX_RULES && (
          <Button
            small
            icon={AddIcon}
            onClick={() => setRules([...rules, { language: null, any: '', none: '' }])}
          >
            {texts.addRule}
          </Button>
        )}
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {submit.problem.status === 412 ? texts.conflict : texts.refused}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
