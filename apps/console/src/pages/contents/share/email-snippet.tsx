import type { EmailScores } from '@banso/domain/content';
import { emailScoresHtml, scaleOf, scoreHref, scoresOf, textIn } from '@banso/domain/content';
import { CodeBlock, Field, Select } from '@banso/ui';
import { useState } from 'preact/hooks';
import { formatLanguage } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useEditor } from '../frame/editor-context.ts';
import type { Draft } from '../model/content-draft.ts';
import { shareTexts } from './texts.ts';

/** How senders of e-mails call a field of whoever gets one. */
const MERGE_TAGS = {
  mailchimp: { name: 'Mailchimp', tag: '*|LINK|*' },
  hubspot: { name: 'HubSpot', tag: '{{ contact.link }}' },
  brevo: { name: 'Brevo', tag: '{{ contact.LINK }}' },
  customerio: { name: 'Customer.io', tag: '{{ customer.link }}' },
  other: { name: '', tag: '{{link}}' },
} as const;
type Sender = keyof typeof MERGE_TAGS;
const ACCENT = '#2f55a4';
const RTL = /^(ar|fa|he|ur)\b/i;

/** Props of {@link EmailSnippet}. */
export interface EmailSnippetProps {
  /** The one address; null: each person has their own, for which a merge tag stands. */
  url: string | null;
}

/** The scores of the first question as links, to be pasted into an e-mail, and how that looks there. */
export function EmailSnippet({ url }: EmailSnippetProps) {
  const texts = textsOf(shareTexts);
  const { model } = useEditor();
  const { locales, defaultLocale, body } = model.draft.value as Draft<'survey'>;
  const [sender, setSender] = useState<Sender>('mailchimp');
  const [locale, setLocale] = useState(defaultLocale);
  const [question] = body.questions;
  const scale = question && scaleOf(question.type);
  if (!question || !scale || !('labels' in question)) return <p class="hint">{texts.noScale}</p>;
  const say = (text: Readonly<Record<string, string>>) => textIn(text, locale, defaultLocale);
  const scores: EmailScores = {
    lang: locale,
    dir: RTL.test(locale) ? 'rtl' : 'ltr',
    question: say(question.text),
    low: say(question.labels.low),
    high: say(question.labels.high),
    scores: scoresOf(scale),
    link: url ?? MERGE_TAGS[sender].tag,
    accent: ACCENT,
  };
  return (
    <details>
      <summary>{texts.snippet}</summary>
      <div class="stack">
        <p class="hint">{texts.snippetWhat}</p>
        {url === null && (
          <Field label={texts.sender}>
            <Select
              value={sender}
              onValue={(value) => setSender(value as Sender)}
              options={Object.entries(MERGE_TAGS).map(([value, { name }]) => ({
                value,
                label: name || texts.otherSender,
              }))}
            />
          </Field>
        )}
        {locales.length > 1 && (
          <Field label={texts.language}>
            <Select
              value={locale}
              onValue={setLocale}
              options={locales.map((tag) => ({ value: tag, label: formatLanguage(tag) }))}
            />
          </Field>
        )}
        <h4>{texts.look}</h4>
        <Look {...scores} />
        <CodeBlock label={texts.html} code={emailScoresHtml(scores)} language="html" />
      </div>
    </details>
  );
}

/** The row of scores as a mail program draws it, on white whatever the console wears. */
function Look({ lang, dir, question, scores, low, high, link, accent }: EmailScores) {
  const ends = { display: 'flex', justifyContent: 'space-between', gap: 16, color: '#555555', fontSize: 13 };
  return (
    <div
      lang={lang}
      dir={dir}
      style={{
        padding: 16,
        borderRadius: 10,
        background: '#ffffff',
        color: '#1d222b',
        fontFamily: 'Arial, sans-serif',
        overflowX: 'auto',
      }}
    >
      <p style={{ fontWeight: 600, fontSize: 16, marginBlockEnd: 12 }}>{question}</p>
      <div style={{ display: 'flex', gap: 4 }}>
        {scores.map((score) => (
          <span
            key={score}
            title={scoreHref(link, score)}
            style={{
              flex: 1,
              minWidth: 28,
              padding: '10px 4px',
              border: `1px solid ${accent}`,
              borderRadius: 6,
              color: accent,
              fontWeight: 600,
              textAlign: 'center',
            }}
          >
            {score}
          </span>
        ))}
      </div>
      <div style={{ ...ends, marginBlockStart: 4 }}>
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </div>
  );
}
