// A trivial widget in Lit: the same question, and nothing else of ours. The yardstick, not a peer.
import { LitElement, css, html } from 'lit';

class TrivialNps extends LitElement {
  static override styles = css`
    :host { position: fixed; right: 20px; bottom: 20px; width: 380px; padding: 20px; border-radius: 16px; background: #fff; box-shadow: 0 8px 40px rgb(0 0 0 / 0.2); font: 14px/1.5 system-ui }
    fieldset { border: 0; padding: 0; margin: 0 }
    label { display: inline-block; width: 27px; text-align: center }
  `;

  override render() {
    return html`<fieldset>
      <legend>How likely are you to recommend us?</legend>
      ${Array.from({ length: 11 }, (_, score) => html`<label><input type="radio" name="score" value=${score} />${score}</label>`)}
    </fieldset>`;
  }
}
customElements.define('trivial-nps', TrivialNps);
document.body.append(document.createElement('trivial-nps'));
