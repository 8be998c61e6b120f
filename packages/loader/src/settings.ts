/** What a page tells us before anything else; fixed for the life of the client. */
export interface Settings {
  /** Publishable key, `bpk_…`. */
  key: string;
  /** Origin of the service. */
  host: string;
  /** Language of the widget; absent: the person's, then the page's, then the browser's. */
  locale?: string | undefined;
  /** `required`: nothing is sent or stored until `setConsent('granted')`. Default: nothing to wait for. */
  consent?: 'required' | undefined;
  /** `none`: no launcher; the panel opens by `open()` and inline elements only. Default: a launcher where there is something to show. */
  launcher?: 'none' | undefined;
  /**
   * CSP nonce for our code. Our own tag hands on the `nonce` it has, so this is for npm: for a page whose bundle has no nonce
   * while its policy asks one of us.
   */
  nonce?: string | undefined;
}
