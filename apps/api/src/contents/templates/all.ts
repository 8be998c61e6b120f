import type { ContentKind } from '@banso/domain/content';
import { ADMIN_SET_UP } from './admin-set-up.ts';
import { CHURN_EXIT } from './churn-exit.ts';
import type { ContentTemplate } from './content-template.ts';
import { FEATURE_ADOPTION } from './feature-adoption.ts';
import { FEATURE_FEEDBACK } from './feature-feedback.ts';
import { FIRST_WEEK } from './first-week.ts';
import { GETTING_STARTED_GUIDE } from './getting-started-guide.ts';
import { MAINTENANCE } from './maintenance.ts';
import { NEW_FEATURE } from './new-feature.ts';
import { ONBOARDING_CES } from './onboarding-ces.ts';
import { PRODUCT_MARKET_FIT } from './product-market-fit.ts';
import { RECOVERY_NPS } from './recovery-nps.ts';
import { RELATIONSHIP_NPS } from './relationship-nps.ts';
import { RENEWAL_CHECK_IN } from './renewal-check-in.ts';
import { SUPPORT_CSAT } from './support-csat.ts';
import { WEBINAR_INVITATION } from './webinar-invitation.ts';
import { WEBINAR_SERIES } from './webinar-series.ts';

/** Every template, in the order in which a gallery shows those of a kind: what most teams need first comes first. */
export const TEMPLATES: readonly ContentTemplate[] = [
  FIRST_WEEK,
  ADMIN_SET_UP,
  FEATURE_ADOPTION,
  RELATIONSHIP_NPS,
  SUPPORT_CSAT,
  RECOVERY_NPS,
  ONBOARDING_CES,
  CHURN_EXIT,
  RENEWAL_CHECK_IN,
  PRODUCT_MARKET_FIT,
  FEATURE_FEEDBACK,
  GETTING_STARTED_GUIDE,
  WEBINAR_SERIES,
  NEW_FEATURE,
  MAINTENANCE,
  WEBINAR_INVITATION,
];

/** The template with this id; undefined when there is none of this kind. */
export function findTemplate(kind: ContentKind, id: string): ContentTemplate | undefined {
  return TEMPLATES.find((template) => template.kind === kind && template.id === id);
}
