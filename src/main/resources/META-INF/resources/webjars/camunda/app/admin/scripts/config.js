// Replaces the webjar's config.js. Vietnamese is the only locale, so the browser's language does not matter.
export default {
  // The header and the page title read vendor + ' ' + name: a blank vendor keeps them from reading "Thi đua Thi đua".
  app: { name: 'Thi đua', vendor: ' ' },
  locales: { availableLocales: ['vi'], fallbackLocale: 'vi' },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD/MM/YYYY HH:mm',
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd, DD/MM/YYYY HH:mm',
    short: 'DD/MM/YYYY'
  },
  // The path is relative to this app; all four share the one file. A missing file would leave the page blank.
  customScripts: ['../tasklist/scripts/vi.js'],
  // The first-visit box links to an English page that this product does not serve.
  disableWelcomeMessage: true
};
