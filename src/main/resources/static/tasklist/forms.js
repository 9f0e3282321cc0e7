/*
 * What the embedded forms in Tasklist share. Each form loads what its task is about, and everything it shows hangs on $scope.v.
 * Forms that are deployed stay with their tasks: what they call here may grow but must not change its meaning.
 */

export const QUIET_MS = 800;

/**
 * Asks our own interface; not by $http, whose failures Tasklist reports as broken connections. Resolves to the answer's JSON, fails
 * with the sentence to show; both inside a digest.
 */
export function call($scope, method, url, body, onProgress) {
  return request($scope, method, url, body, onProgress).catch((refused) => {
    throw refused.sentence;
  });
}

/** As call, but fails with the sentence and, where there is one, the field it is about. */
export function request($scope, method, url, body, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    const token = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/);
    if (token) request.setRequestHeader('X-XSRF-TOKEN', decodeURIComponent(token[1]));
    if (body && !(body instanceof FormData)) {
      request.setRequestHeader('Content-Type', 'application/json');
      body = JSON.stringify(body, withoutMarks);
    }
    if (onProgress) {
      request.upload.onprogress = (event) => {
        if (event.lengthComputable) $scope.$applyAsync(() => onProgress(Math.round((100 * event.loaded) / event.total)));
      };
    }
    request.onloadend = () => {
      const answer = json(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(answer);
      else reject({ sentence: sentence(request.status, answer), field: (answer && answer.field) || '' });
      setTimeout(() => $scope.$applyAsync());
    };
    request.send(body || null);
  });
}

/** AngularJS marks what it repeats over. */
function withoutMarks(name, value) {
  return name.startsWith('$$') ? undefined : value;
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch (none) {
    return null;
  }
}

/** The sentence the server refuses with, or what to do when there is none. */
function sentence(status, problem) {
  if (status === 401) return 'Phiên làm việc đã hết. Hãy đăng nhập lại ở một cửa sổ khác rồi thử lại.';
  if (problem && problem.detail) return problem.detail;
  if (!status) return 'Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.';
  return 'Hệ thống gặp sự cố (mã ' + status + '). Hãy thử lại; nếu vẫn lỗi, báo quản trị viên.';
}

/** Loads what the task is about; resolves once there is something to show. */
export function open($scope, camForm) {
  const v = ($scope.v = { loading: true, error: '', ready: '', size: size, sourcePage: sourcePage });
  return call($scope, 'GET', '/api/tasks/' + encodeURIComponent(camForm.taskId)).then(
    (task) => {
      v.loading = false;
      v.task = task;
      if (task.obligation) showObligation(v, task);
      return v;
    },
    (failure) => {
      v.loading = false;
      v.error = failure;
      return new Promise(() => {});
    }
  );
}

/** The page of the source with the quotation marked, where it is short enough for an address. */
function sourcePage(campaign, quote) {
  const page = '/phong-trao/' + encodeURIComponent(campaign) + '/nguon';
  return quote && quote.length <= 160 ? page + '?trich=' + encodeURIComponent(quote) + '#trich' : page;
}

function showObligation(v, task) {
  v.o = task.obligation;
  v.part = v.o.obligation.parts.find((part) => part.addressee === task.addressee);
  v.others = v.o.obligation.parts.filter((part) => part !== v.part && part.state === 'AWAITED');
  v.otherNames = v.others.map((part) => part.addresseeName).join(', ');
  const mine = v.o.versions.filter((version) => version.addressee === task.addressee);
  v.current = v.part.state === 'SUBMITTED' ? mine.find((version) => version.number === v.part.version) : null;
  v.earlier = v.o.versions.filter((version) => version !== v.current);
  v.returned = v.part.returned ? mine.find((version) => version.outcome === 'RETURNED') : null;
}

export function size(bytes) {
  if (bytes >= 1048576) return (bytes / 1048576).toFixed(1).replace('.', ',') + ' MB';
  return Math.max(1, Math.round(bytes / 1024)) + ' KB';
}

export function timeOfDay(moment) {
  return moment ? moment.text.substring(0, 8) : '';
}

/** Forms in which something is written and handed in: keeps the draft, takes in files, says what is still missing. */
export function compose($scope, camForm) {
  open($scope, camForm).then((v) => {
    const obligation = '/api/obligations/' + v.o.obligation.id;
    let timer = null;
    let typed = 0;
    let kept = 0;
    let saving = false;

    v.draft = v.o.draft ? v.o.draft.content : { figures: {} };
    v.files = v.o.draft ? v.o.draft.attachments : [];
    v.saved = v.o.draft ? timeOfDay(v.o.draft.savedAt) : '';
    v.uploads = [];
    show(v.o.obstacles);

    function show(obstacles) {
      v.obstacle = obstacles[0] || null;
      v.ready = v.o.mayWrite && !v.obstacle && kept === typed ? 'yes' : '';
    }

    v.fault = (field) => (v.obstacle && v.obstacle.field === field ? v.obstacle.sentence : '');

    v.changed = () => {
      typed++;
      v.ready = '';
      clearTimeout(timer);
      timer = setTimeout(() => $scope.$applyAsync(save), QUIET_MS);
    };

    function content() {
      const figures = {};
      Object.entries(v.draft.figures || {}).forEach(([id, value]) => {
        if (value !== null && value !== undefined && value !== '') figures[id] = value;
      });
      return Object.assign({}, v.draft, { figures: figures });
    }

    function save() {
      clearTimeout(timer);
      if (saving || kept === typed) return;
      const sent = typed;
      saving = v.saving = true;
      call($scope, 'PUT', obligation + '/draft', content()).then(
        (saved) => {
          saving = v.saving = false;
          kept = sent;
          v.saveError = '';
          v.saved = timeOfDay(saved.draft.savedAt);
          show(saved.obstacles);
          save();
        },
        (failure) => {
          saving = v.saving = false;
          v.saveError = failure;
          if (sent !== typed) save();
        }
      );
    }
    v.save = save;

    v.upload = (files) => {
      files.forEach((file) => {
        const upload = { name: file.name, percent: 0, error: '' };
        const body = new FormData();
        body.append('files', file);
        v.uploads.push(upload);
        call($scope, 'POST', obligation + '/attachments', body, (percent) => (upload.percent = percent)).then(
          (uploaded) => {
            v.dismiss(upload);
            uploaded.attached.forEach((attached) => v.files.push(attached));
            v.fileNews = 'Đã đính kèm ' + file.name + '.';
            show(uploaded.obstacles);
          },
          (failure) => {
            upload.error = failure;
          }
        );
      });
    };

    v.chooseFiles = () => camForm.formElement[0].querySelector('[data-files]').click();

    v.dismiss = (upload) => v.uploads.splice(v.uploads.indexOf(upload), 1);

    v.detach = (file) => {
      call($scope, 'DELETE', obligation + '/attachments/' + file.id).then(
        (saved) => {
          v.files = saved.draft.attachments;
          v.fileNews = 'Đã gỡ ' + file.name + '.';
          show(saved.obstacles);
        },
        (failure) => {
          v.fileNews = failure;
        }
      );
    };

    camForm.formElement[0].addEventListener('change', (event) => {
      if (!event.target.hasAttribute('data-files')) return;
      const files = Array.from(event.target.files);
      event.target.value = '';
      $scope.$applyAsync(() => v.upload(files));
    });
    camForm.on('store', () => {
      camForm.storePrevented = true;
      save();
    });
    camForm.on('submit', () => {
      if (!v.ready) camForm.submitPrevented = true;
    });
    $scope.$on('$destroy', save);
  });
}

/** The form in which an addressee accepts or returns. */
export function review($scope, camForm) {
  open($scope, camForm).then((v) => {
    v.answer = { decision: '', reason: '', newDeadline: '' };
    v.ready = v.part.allowed.includes('ACCEPT') ? 'yes' : '';
    camForm.on('submit', () => {
      const returned = v.answer.decision === 'RETURN';
      send(camForm, 'decision', v.answer.decision);
      if (returned) {
        send(camForm, 'reason', v.answer.reason);
        send(camForm, 'newDeadline', v.answer.newDeadline);
      }
    });
  });
}

/** The form in which the standing agency rules on what the plan leaves open. */
export function rule($scope, camForm) {
  open($scope, camForm).then((v) => {
    const r = (v.r = v.task.ruling);
    v.d = { kind: 'before', dates: [], every: '', groups: {}, addressees: {}, quota: { state: 'LIMITED' } };
    v.ready = r.point.ruling ? '' : 'yes';
    v.asksDates = r.point.aspect === 'DUE' || r.point.aspect === 'SUPERIOR_DUE';
    v.asksFrequency = r.point.aspect === 'DUE' && r.every === 'UNSTATED';
    v.asksGroups = r.point.aspect === 'DUE' && r.every !== 'UNSTATED' && r.unitGroups.length > 1;
    v.frequency = () => r.frequencies.find((one) => one.id === (v.asksFrequency ? v.d.every : r.every));
    v.recurs = () => v.frequency() && v.frequency().id !== 'ONCE';
    v.dateFields = () => dateFields(v.frequency());
    v.dateHint = () => dateHint(v.frequency(), v.d.kind);
    v.someAddressee = () => Object.values(v.d.addressees).some(Boolean);
    camForm.on('submit', () => send(camForm, 'ruling', JSON.stringify(decision(v))));
  });
}

const DATE_NAMES = {
  HALF_YEAR: ['6 tháng đầu năm', '6 tháng cuối năm'],
  QUARTER: ['Quý I', 'Quý II', 'Quý III', 'Quý IV']
};
const dateFieldsOf = {};

/** One field per date the frequency needs; always the same objects, so that AngularJS sees no change. */
function dateFields(frequency) {
  if (!frequency) return [];
  if (!dateFieldsOf[frequency.id]) {
    const names = DATE_NAMES[frequency.id] || ['Ngày'];
    dateFieldsOf[frequency.id] = names.map((name, index) => ({ name: name, index: index }));
  }
  return dateFieldsOf[frequency.id];
}

function dateHint(frequency, kind) {
  if (!frequency) return '';
  const within = kind === 'within';
  if (frequency.id === 'MONTH') return within ? 'Kỳ hằng tháng phải nêu ngày' : 'Ngày trong tháng, ví dụ 25';
  if (frequency.id === 'ONCE') return within ? 'Tháng/năm, ví dụ 6/2026' : 'Ngày/tháng/năm, ví dụ 30/06/2026';
  return within ? 'Tháng, ví dụ 12' : 'Ngày/tháng, ví dụ 20/11';
}

function decision(v) {
  const d = v.d;
  const made = { documentNumber: d.documentNumber, documentDate: d.documentDate, reason: d.reason };
  if (v.asksDates) {
    made.due = { [d.kind]: d.dates.slice(0, v.dateFields().length), nextYear: Boolean(d.nextYear) };
  }
  if (v.asksFrequency) {
    made.every = d.every;
    if (d.first) made.first = d.first;
    if (d.last) made.last = d.last;
  }
  if (v.asksGroups) made.groups = chosen(d.groups);
  if (v.r.point.aspect === 'ADDRESSEE') made.addressees = chosen(d.addressees);
  if (v.r.point.aspect === 'QUOTA' && d.inNumbers) {
    const limited = d.quota.state === 'LIMITED';
    made.quota = {
      occasion: d.quota.occasion,
      form: d.quota.form,
      state: d.quota.state,
      collectives: limited ? d.quota.collectives : null,
      individuals: limited ? d.quota.individuals : null,
      clause: 'văn bản ' + d.documentNumber + ' ngày ' + d.documentDate,
      quote: d.reason
    };
  }
  return made;
}

export function chosen(boxes) {
  return Object.keys(boxes).filter((id) => boxes[id]);
}

export function send(camForm, name, value) {
  const variables = camForm.variableManager;
  if (variables.variable(name)) variables.destroyVariable(name);
  variables.createVariable({ name: name, type: 'String', value: value });
}
