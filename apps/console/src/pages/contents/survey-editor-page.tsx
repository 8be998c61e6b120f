import { EditorPage } from './frame/editor-page.tsx';
import { SurveyForm } from './survey/survey-form.tsx';

/** The editor of one survey; the id comes from the address. */
export function SurveyEditorPage({ id }: { id: string }) {
  return <EditorPage kind="survey" id={id} form={SurveyForm} />;
}
