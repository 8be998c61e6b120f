import { ErrorState, Skeleton } from '@banso/ui';
import { may } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { useInstallation } from '../use-installation.ts';
import { useWorkspace } from '../use-workspace.ts';
import { CoverageCard } from './coverage-card.tsx';
import { ModeCard } from './mode-card.tsx';
import { SigningCard } from './signing-card.tsx';
import { identityTexts } from './texts.ts';
import { TokenChecker } from './token-checker.tsx';

/** Who gets in, how many come with a token, whether a token is good, and how to make one. */
export function IdentitySection() {
  const texts = textsOf(identityTexts);
  const workspace = useWorkspace();
  const installation = useInstallation();
  if (workspace.isPending || installation.isPending) return <Skeleton shape="cards" />;
  const failed = [workspace, installation].find(({ data }) => !data);
  if (!workspace.data || !installation.data) {
    return (
      <ErrorState
        title={texts.failed}
        requestId={failed?.error?.requestId}
        onRetry={() => void failed?.refetch()}
      >
        {texts.failedWhat}
      </ErrorState>
    );
  }
  const { sessions24h: sessions, verifiedSessions24h: verified } = installation.data.data;
  return (
    <div class="set-col">
      {!may('administer') && <NeedsAdmin of="identity" />}
      <ModeCard read={workspace.data} without={sessions - verified} />
      <CoverageCard sessions={sessions} verified={verified} mode={workspace.data.data.identityMode} />
      <TokenChecker />
      <SigningCard audience={workspace.data.data.id} />
    </div>
  );
}
