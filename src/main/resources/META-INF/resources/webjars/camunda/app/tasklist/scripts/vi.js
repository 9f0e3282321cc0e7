/*
 * What the web apps show in English without asking the locale file: the calendar's month and weekday names and its
 * buttons, number separators, the names in the app menu, what is missing in a form. Loaded by config.js before Angular starts.
 */
const months = Array.from({ length: 12 }, (_, i) => `Tháng ${i + 1}`);
const dates = {
  AMPMS: ['SA', 'CH'],
  MONTH: months,
  STANDALONEMONTH: months,
  SHORTMONTH: months.map((_, i) => `Thg ${i + 1}`),
  DAY: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  SHORTDAY: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
  FIRSTDAYOFWEEK: 0,
  fullDate: 'EEEE, dd/MM/yyyy',
  longDate: 'dd/MM/yyyy',
  mediumDate: 'dd/MM/yyyy',
  shortDate: 'dd/MM/yyyy',
  medium: 'dd/MM/yyyy HH:mm:ss',
  short: 'dd/MM/yyyy HH:mm',
  mediumTime: 'HH:mm:ss',
  shortTime: 'HH:mm'
};
const numbers = { DECIMAL_SEP: ',', GROUP_SEP: '.', CURRENCY_SYM: '₫' };
const buttons = { currentText: 'Hôm nay', clearText: 'Xóa', closeText: 'Xong' };
const apps = { welcome: 'Trang chủ', admin: 'Quản trị', cockpit: 'Giám sát', tasklist: 'Công việc' };

const useVietnamese = ['$delegate', $locale => {
  Object.assign($locale.DATETIME_FORMATS, dates);
  Object.assign($locale.NUMBER_FORMATS, numbers);
  return Object.assign($locale, { id: 'vi', localeID: 'vi' });
}];

const renameApps = ['$delegate', ([header]) => {
  const original = header.controller;
  header.controller = ['$scope', '$injector', function ($scope, $injector) {
    $injector.invoke(original, this, { $scope });
    $scope.$watch('apps', shown => Object.keys(shown || {}).forEach(name => (shown[name].label = apps[name])));
  }];
  return [header];
}];

// Some labels are translated once, when a widget is built; on a slow line that is before the locale file is there.
const app = window.location.pathname.match(/\/app\/(\w+)\//)[1];
const locale = await (await fetch(`/camunda/app/${app}/locales/vi.json`)).json();

document.documentElement.lang = 'vi';

// People sign in on our own page, where wrong passwords are counted; the engine's own form is shut.
const signInElsewhere = () => {
  if (window.location.hash.startsWith('#/login')) window.location.assign('/dang-nhap');
};
window.addEventListener('hashchange', signInElsewhere);
signInElsewhere();

// Forms without a script of their own refuse in English and would open a link in the place of the task.
const refusals = [
  [/^Field is required/, () => 'Bắt buộc điền hoặc chọn.'],
  [/^Field must match pattern/, () => 'Chưa đúng dạng. Ngày ghi như 05/12/2026; số tiền chỉ ghi chữ số.'],
  [/^Field must have minimum length of (\d+)/, length => `Ít nhất ${length} ký tự.`],
  [/^Field must have maximum length of (\d+)/, length => `Nhiều nhất ${length} ký tự.`]
];
const inVietnamese = english => {
  const refusal = refusals.find(([pattern]) => pattern.test(english));
  return refusal ? refusal[1](english.match(refusal[0])[1]) : english;
};
const mendForms = () => {
  document.querySelectorAll('.fjs-form-field-error li').forEach(({ firstChild: text }) => {
    if (text && text.data !== inVietnamese(text.data)) text.data = inVietnamese(text.data);
  });
  document.querySelectorAll('.fjs-form a:not([target])').forEach(link => Object.assign(link, { target: '_blank', rel: 'noopener' }));
};
if (app === 'tasklist') {
  new MutationObserver(mendForms).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
}

window.angular
  .module('cam.commons')
  .config(['$provide', 'uibDatepickerPopupConfig', 'uibDatepickerConfig', ($provide, popup, calendar) => {
    Object.assign(popup, buttons);
    calendar.startingDay = 1;
    $provide.decorator('$locale', useVietnamese);
    $provide.decorator('camWidgetHeaderDirective', renameApps);
  }])
  .config(['$translateProvider', $translate => $translate.translations('vi', locale.labels)])
  .run(['$translate', $translate => $translate.refresh('vi')]); // the app's own loader also sets the words for dates
