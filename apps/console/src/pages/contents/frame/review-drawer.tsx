import { Drawer } from '@banso/ui';
import { textsOf } from '../../../texts/use-texts.ts';
import { lifecycleTexts } from '../texts/lifecycle.ts';
import { Comments } from './comments.tsx';
import { ReviewForm } from './review-form.tsx';

/** Who has read the draft, and what the team says about it; the editor beside it stays usable. */
export function ReviewDrawer({ onClose }: { onClose: () => void }) {
  const texts = textsOf(lifecycleTexts);
  return (
    <Drawer open onClose={onClose} modal={false} title={texts.review.title}>
      <div class="stack roomy">
        <ReviewForm />
        <Comments />
      </div>
    </Drawer>
  );
}
