// The types in that package lie where its exports do not lead to.
declare module '@formbricks/surveys' {
  /** Draws a survey over the page. */
  export function renderSurveyModal(props: object): void;
}
