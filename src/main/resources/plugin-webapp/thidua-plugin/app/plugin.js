/*
 * Our panel on Cockpit's first page and two tabs on the page of a process instance. Everything is put into the page as
 * text, never as markup, so nothing that people typed can act in an administrator's browser.
 */
const ZONE = 'Asia/Ho_Chi_Minh';
const moments = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'
});
const numbers = new Intl.NumberFormat('vi-VN');

/** dd/MM/yyyy HH:mm:ss in Vietnam, whatever the browser's zone. */
function moment(iso) {
  const part = Object.fromEntries(moments.formatToParts(new Date(iso)).map(each => [each.type, each.value]));
  return `${part.day}/${part.month}/${part.year} ${part.hour}:${part.minute}:${part.second}`;
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.map(child => (child instanceof Node ? child : String(child))));
  return made;
}

function link(href, text) {
  const made = element('a', '', text);
  made.href = href;
  return made;
}

function count(number, className) {
  return element('span', number > 0 ? className : '', numbers.format(number));
}

function table(caption, heads, rows, whenEmpty) {
  if (rows.length === 0) return element('p', 'thidua-quiet', whenEmpty);
  const head = element('tr', '', ...heads.map(text => {
    const cell = element('th', '', text);
    cell.scope = 'col';
    return cell;
  }));
  const body = rows.map(cells => element('tr', '', ...cells.map(cell => element('td', '', cell ?? ''))));
  return element(
    'table', 'table cam-table thidua-table',
    element('caption', '', caption), element('thead', '', head), element('tbody', '', ...body));
}

async function read(path) {
  const answer = await fetch(`/api/cockpit/${path}`, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  const body = await answer.json().catch(() => null);
  if (answer.ok && body) return body;
  throw new Error(body?.detail ?? 'Hệ thống không trả lời. Hãy tải lại trang.');
}

/** Shows what the path answers, or in words why it does not. */
function show(node, path, draw) {
  const place = element('div', 'thidua-plugin', element('p', 'thidua-quiet', 'Đang tải…'));
  node.append(place);
  read(path)
    .then(body => place.replaceChildren(...draw(body)))
    .catch(failure => {
      const words = element('p', 'thidua-bad', failure.message);
      words.setAttribute('role', 'alert');
      place.replaceChildren(words);
    });
}

function overview({ campaigns, mailsWaiting, mailsGivenUp, incidents }) {
  const rows = campaigns.map(campaign => [
    link(`/phong-trao/${encodeURIComponent(campaign.code)}/tinh-hinh`, campaign.name),
    count(campaign.awaited, ''),
    count(campaign.late, 'thidua-bad'),
    count(campaign.toReview, 'thidua-turn'),
    count(campaign.openPoints, 'thidua-turn'),
    count(campaign.stuck, 'thidua-bad')
  ]);
  return [
    element('h3', '', 'Tình hình các phong trào thi đua'),
    table(
      'Mỗi nơi nhận tính riêng; quá hạn gồm cả phần đã khóa nộp',
      ['Phong trào', 'Chờ nộp', 'Quá hạn', 'Chờ tiếp nhận', 'Điểm bỏ ngỏ', 'Quy trình gặp sự cố'],
      rows, 'Chưa nạp phong trào nào.'),
    element(
      'p', 'thidua-totals',
      link('/quan-tri/thu?trang-thai=WAITING', 'Thư đang chờ gửi'), ': ', count(mailsWaiting, 'thidua-turn'), ' · ',
      link('/quan-tri/thu?trang-thai=GIVEN_UP', 'Thư đã ngừng gửi'), ': ', count(mailsGivenUp, 'thidua-bad'), ' · ',
      'Sự cố toàn hệ thống: ', count(incidents, 'thidua-bad'))
  ];
}

function timers(found) {
  const rows = found.map(timer => [
    timer.activity,
    timer.addressee ?? '–',
    (timer.due ? moment(timer.due) : 'chưa quy định') + (timer.suspended ? ' (đang tạm dừng)' : ''),
    count(timer.retries, ''),
    timer.exception ? element('span', 'thidua-bad', timer.exception) : '–'
  ]);
  return [
    table(
      'Giờ Việt Nam', ['Bước', 'Nơi nhận', 'Thời điểm', 'Số lần thử còn lại', 'Lỗi gần nhất'],
      rows, 'Phiên bản quy trình này không có hẹn giờ nào đang chờ.')
  ];
}

function history({ businessKey, steps, acts }) {
  const stepRows = steps.map(step => [step.name, step.kind]);
  const actRows = acts.map(act => [moment(act.at), act.actor, act.action]);
  const shown = [
    table('Quy trình đang chờ ở', ['Bước', 'Loại'], stepRows, 'Không còn bước nào đang chờ.')
  ];
  if (!businessKey) return shown;
  return [
    ...shown,
    table(`Việc đã làm với ${businessKey} (giờ Việt Nam)`, ['Thời điểm', 'Người thực hiện', 'Việc đã làm'], actRows, 'Nhật ký chưa có bản ghi nào.'),
    element('p', '', link(`/quan-tri/nhat-ky?doi-tuong=${encodeURIComponent(businessKey)}`, 'Xem nhật ký đầy đủ'))
  ];
}

export default [
  {
    id: 'thidua-overview',
    pluginPoint: 'cockpit.dashboard',
    priority: 100,
    render: node => show(node, 'overview', overview)
  },
  {
    id: 'thidua-timers',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 18,
    properties: { label: 'Hẹn giờ' },
    render: (node, { processInstanceId }) =>
      show(node, `process-instances/${encodeURIComponent(processInstanceId)}/timers`, timers)
  },
  {
    id: 'thidua-history',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 17,
    properties: { label: 'Lịch sử xử lý' },
    render: (node, { processInstanceId }) =>
      show(node, `process-instances/${encodeURIComponent(processInstanceId)}/history`, history)
  }
];
