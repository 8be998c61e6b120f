import '../styles/messages.ts';
import './banso-messages.define.ts';
