import { Card, Notice, RadioSegment } from '@banso/ui';
import type { ComponentChildren } from 'preact';
import type { ApiError } from '../../data/api.ts';
import { chooseLanguage, type Language, language } from '../../data/session.ts';
import { shellTexts } from '../../texts/shell.ts';
import { textsOf } from '../../texts/use-texts.ts';
import './front.css';
import { signInTexts } from './texts.ts';

const LANGUAGES: { value: Language; label: string; lang: string }[] = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'ja', label: '日本語', lang: 'ja' },
  { value: 'ko', label: '한국어', lang: 'ko' },
];

/** The page in front of the console: one card, and the choice of language. */
export function Front({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <main class="front">
      <p class="front-name">Banso</p>
      <Card class="front-card">
        <h1>{title}</h1>
        {children}
      </Card>
      <RadioSegment
        label={textsOf(shellTexts).language}
        options={LANGUAGES}
        value={language.value}
        onChange={chooseLanguage}
      />
    </main>
  );
}

/** Why a form of this page was refused as a whole. */
export function Refusal({ problem }: { problem: ApiError | undefined }) {
  const texts = textsOf(signInTexts);
  if (!problem) return null;
  const words =
    { 0: texts.unreachable, 401: texts.wrong, 429: texts.tooMany }[problem.status] ??
    problem.message ??
    texts.failed;
  return (
    <Notice tone="bad" live="assertive">
      {words}
    </Notice>
  );
}
