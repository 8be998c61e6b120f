import type { SurveyLink } from '@banso/contract/survey-links';
import { Button, Card, CopyField } from '@banso/ui';
import { formatDay } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { Addresses } from './addresses.tsx';
import { EmailSnippet } from './email-snippet.tsx';
import { shareTexts } from './texts.ts';

/** Props of {@link LinkCard}. */
export interface LinkCardProps {
  link: SurveyLink;
  /** Of the survey's links. */
  path: string;
  onRevoke: () => void;
}

/** One link: how it stands, what came by it, and how it is handed out. */
export function LinkCard({ link, path, onRevoke }: LinkCardProps) {
  const texts = textsOf(shareTexts);
  const { id, name, kind, channel, url, expiresAt, revokedAt, answers } = link;
  const isEnded = expiresAt !== null && Date.parse(expiresAt) <= Date.now();
  const works = revokedAt === null && !isEnded;
  const end =
    revokedAt === null
      ? isEnded
        ? texts.ended
        : expiresAt === null
          ? texts.forever
          : texts.until(formatDay(expiresAt))
      : texts.revoked;
  return (
    <Card
      title={name}
      level={3}
      meta={`${kind === 'open' ? texts.open : texts.personal} · ${end}`}
      actions={
        works && (
          <Button variant="ghost" onClick={onRevoke}>
            {texts.revoke}
          </Button>
        )
      }
    >
      <div class="stack">
        <p class="muted">{texts.answers(answers.begun, answers.completed)}</p>
        {works && url !== null && <CopyField label={texts.address} value={url} />}
        {works && kind === 'personal' && <Addresses path={`${path}/${id}/addresses`} />}
        {works && channel === 'email' && <EmailSnippet url={url} />}
      </div>
    </Card>
  );
}
