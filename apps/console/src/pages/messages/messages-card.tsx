import { ButtonLink, Card } from '@banso/ui';
import { textsOf } from '../../texts/use-texts.ts';
import { Conversation } from './conversation.tsx';
import { messageTexts } from './texts.ts';
import { useThread } from './use-thread.ts';

/** The thread of one person, on their own page. */
export function MessagesCard({ contactId, name }: { contactId: string; name: string }) {
  const texts = textsOf(messageTexts);
  const thread = useThread(contactId);
  return (
    <Card
      title={texts.card}
      flush
      busy={thread.list.isPending}
      actions={
        <ButtonLink small variant="ghost" href={`/console/messages?contact=${contactId}`}>
          {texts.openThread}
        </ButtonLink>
      }
    >
      <div class="ms-card">
        <Conversation contactId={contactId} name={name} thread={thread} />
      </div>
    </Card>
  );
}
