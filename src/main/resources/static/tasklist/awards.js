/*
 * The forms on the way from nomination to award. Each loads what its task is about into v.a, lets one object v.answer be filled in, and
 * sends it on completion as the single variable "answer". Forms that are deployed stay with their tasks: what they call here may grow
 * but must not change its meaning.
 */
import { QUIET_MS, call, chosen, open, request, send, timeOfDay } from './forms.js';

/**
 * A form whose whole result is one object.
 *
 * @param begin what the answer begins with, from the task's award part
 * @param made the answer as it is sent; the object itself where nothing is to be made of it
 * @param complete whether it may be sent; asked again whenever something changes
 */
function ask($scope, camForm, { begin = () => ({}), made = (answer) => answer, complete = () => true } = {}) {
  return open($scope, camForm).then((v) => {
    show(v);
    v.answer = begin(v.a, v);
    v.may = v.a.mayAct;
    v.someOf = (boxes) => chosen(boxes || {}).length > 0;
    $scope.$watch(
      () => v.may && complete(v.answer, v),
      (ready) => (v.ready = ready ? 'yes' : '')
    );
    camForm.on('submit', () => {
      if (v.ready) send(camForm, 'answer', JSON.stringify(made(v.answer, v)));
      else camForm.submitPrevented = true;
    });
    return v;
  });
}

/** What the shared parts show of the task. */
function show(v) {
  const isSettled = (rule) => rule.verdict === 'MET' || rule.verdict === 'NOT_APPLICABLE' || Boolean(rule.override);
  const filters = { true: isSettled, false: (rule) => !isSettled(rule) };
  v.a = v.task.award;
  v.settled = (settled) => filters[settled];
}

/** Only what has been filled in, so that an empty field is an absent one. */
function filled(object) {
  const kept = {};
  Object.entries(object).forEach(([name, value]) => {
    if (value !== null && value !== undefined && value !== '') kept[name] = value;
  });
  return kept;
}

/** Forms whose fields are those of the answer. */
export function plain($scope, camForm) {
  ask($scope, camForm, { begin: (a) => Object.assign({}, a.proposed), made: filled });
}

/**
 * The form in which a unit composes a dossier: keeps the draft, takes in files for each component, asks who is meant where a name is
 * known, and shows what the rules say of it as it stands. Completing the task submits it; there is nothing to answer.
 */
export function dossier($scope, camForm) {
  open($scope, camForm).then((v) => {
    show(v);
    v.composing = true;
    const address = '/api/dossiers/' + v.a.dossier.number;
    const matches = '/api/campaigns/' + encodeURIComponent(v.a.campaign) + '/nominees/matches';
    let timer = null;
    let typed = 0;
    let kept = 0;
    let saving = false;
    let asked = '';

    v.may = v.a.dossier.mayWrite;
    v.draft = whole(v.a.content);
    v.counted = v.draft.countedAwards.join('\n');
    v.uploads = [];
    v.alike = [];
    v.refused = null;

    v.fault = (field) => (v.refused && v.refused.field === field ? v.refused.sentence : '');
    v.isIndividual = () => v.draft.kind === 'INDIVIDUAL';
    v.missing = () => missing(v.draft);
    $scope.$watch(
      () => v.may && kept === typed && !saving && !v.uploads.some((upload) => !upload.error) && !v.missing().length,
      (ready) => (v.ready = ready ? 'yes' : '')
    );

    v.changed = () => {
      typed++;
      clearTimeout(timer);
      timer = setTimeout(() => $scope.$applyAsync(save), QUIET_MS);
    };
    v.kindChanged = () => {
      v.draft.nominee.kind = v.draft.kind;
      v.nomineeChanged();
    };
    v.formChanged = () => {
      if (v.draft.form !== 'HCLD') v.draft.grade = null;
      v.changed();
    };
    v.nomineeChanged = () => {
      v.draft.nominee.existing = null;
      v.draft.nominee.isNew = false;
      v.changed();
    };
    v.countedChanged = () => {
      v.draft.countedAwards = v.counted.split('\n').map((line) => line.trim()).filter(Boolean);
      v.changed();
    };
    v.add = (list) => {
      list.push({});
      v.changed();
    };
    v.remove = (list, index) => {
      list.splice(index, 1);
      v.changed();
    };
    /** Whom the system takes it for by itself: the only one whose birthday or unit agrees. */
    v.recognised = () => {
      const { existing, isNew } = v.draft.nominee;
      const same = v.alike.filter((match) => match.likeness === 'SAME');
      return !existing && !isNew && same.length === 1 ? same[0] : null;
    };
    v.choose = (match) => {
      v.draft.nominee.existing = match ? match.id : null;
      v.draft.nominee.isNew = !match;
      v.changed();
    };

    /** Who is known by this name; asked again only when what tells people apart has changed. */
    function match() {
      const { kind, name, birthDate, unitCode, address } = v.draft.nominee;
      const now = JSON.stringify([kind, name, birthDate, unitCode, address]);
      if (now === asked || !kind || !name) return;
      asked = now;
      const entry = Object.assign({}, v.draft.nominee, { existing: null, isNew: false });
      call($scope, 'POST', matches, entry).then(
        (found) => (v.alike = found.filter((match) => match.likeness !== 'OTHER')),
        () => (v.alike = [])
      );
    }

    function save() {
      clearTimeout(timer);
      if (saving || kept === typed) return;
      const sent = typed;
      saving = v.saving = true;
      match();
      request($scope, 'PUT', address + '/draft', v.draft).then(
        (saved) => {
          saving = v.saving = false;
          kept = sent;
          v.refused = null;
          v.saved = timeOfDay(saved.savedAt);
          update(saved);
          save();
        },
        (refused) => {
          saving = v.saving = false;
          v.refused = refused;
          if (sent !== typed) save();
        }
      );
    }
    v.save = () => {
      typed++;
      save();
    };

    function update(saved) {
      v.a.dossier.components = saved.components;
      v.a.dossier.rules = saved.rules;
      v.a.dossier.objections = saved.objections;
    }

    v.upload = (component, files) => {
      files.forEach((file) => {
        const upload = { component: component, name: file.name, percent: 0, error: '' };
        const body = new FormData();
        body.append('file', file);
        v.uploads.push(upload);
        const target = address + '/components/' + encodeURIComponent(component) + '/attachments';
        call($scope, 'POST', target, body, (percent) => (upload.percent = percent)).then(
          (saved) => {
            v.dismiss(upload);
            v.fileNews = 'Đã đính kèm ' + file.name + '.';
            update(saved);
          },
          (failure) => (upload.error = failure)
        );
      });
    };
    v.dismiss = (upload) => v.uploads.splice(v.uploads.indexOf(upload), 1);
    v.detach = (file) => {
      call($scope, 'DELETE', address + '/attachments/' + file.id).then(
        (saved) => {
          v.fileNews = 'Đã gỡ ' + file.name + '.';
          update(saved);
        },
        (failure) => (v.fileNews = failure)
      );
    };
    v.evidenceFiles = () => {
      const evidence = v.a.dossier.components.find((component) => component.id === 'minh-chung');
      return evidence ? evidence.files : NONE;
    };
    v.chooseFiles = (component) => camForm.formElement[0].querySelector('[data-component="' + component.id + '"]').click();

    camForm.formElement[0].addEventListener('change', (event) => {
      const component = event.target.getAttribute('data-component');
      if (!component) return;
      const files = Array.from(event.target.files);
      event.target.value = '';
      $scope.$applyAsync(() => v.upload(component, files));
    });
    camForm.on('store', () => {
      camForm.storePrevented = true;
      save();
    });
    camForm.on('submit', () => {
      if (!v.ready) camForm.submitPrevented = true;
    });
    $scope.$on('$destroy', save);
    match();
  });
}

const NONE = [];

/** A draft with every list and object it is edited in. */
function whole(content) {
  const draft = Object.assign({}, content);
  draft.nominee = Object.assign({ kind: draft.kind }, draft.nominee);
  ['achievements', 'countedAwards', 'evidence'].forEach((list) => (draft[list] = (draft[list] || []).slice()));
  return draft;
}

/** What a submission cannot do without, in the order of the form. The rules say the rest. */
function missing(draft) {
  const lacks = [];
  if (!draft.nominee.name) lacks.push('tên người, tập thể hoặc hộ được đề nghị');
  if (!draft.criteriaGroup) lacks.push('nhóm tiêu chí');
  if (!draft.summary) lacks.push('tóm tắt thành tích');
  if (!draft.achievements.length) lacks.push('ít nhất một thành tích');
  if (draft.achievements.some((one) => !one.title || !isDay(one.from) || !isDay(one.to))) {
    lacks.push('tên và thời gian (dd/MM/yyyy) của từng thành tích');
  }
  return lacks;
}

function isDay(text) {
  return /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text || '');
}

/** Terms of a round: what it may give, who may nominate, until when, how the council votes. */
export function terms($scope, camForm) {
  ask($scope, camForm, {
    begin: (a) =>
      Object.assign({}, a.proposed, { forms: boxes(a.proposed.forms), unitGroups: boxes(a.proposed.unitGroups), basis: {} }),
    made: (answer) => {
      const forms = chosen(answer.forms);
      const basis = Object.fromEntries(Object.entries(filled(answer.basis)).filter(([form]) => forms.includes(form)));
      return filled(Object.assign({}, answer, { forms, unitGroups: chosen(answer.unitGroups), basis }));
    },
    complete: (answer) => chosen(answer.forms).length > 0 && chosen(answer.unitGroups).length > 0
  }).then((v) => {
    v.lacksCouncil = () => !v.answer.council && v.a.awardForms.some((one) => one.council && v.answer.forms[one.id]);
  });
}

function boxes(ids) {
  return Object.fromEntries((ids || []).map((id) => [id, true]));
}

/** Permission to nominate after the window has closed. */
export function late($scope, camForm) {
  ask($scope, camForm, {
    begin: () => ({ decision: '' }),
    made: (answer) => {
      const granted = answer.decision === 'GRANT';
      return filled({
        decision: answer.decision,
        reason: answer.reason,
        until: granted ? answer.until : null,
        document: granted ? answer.document : null
      });
    }
  });
}

/** Numbers for each unit; or, with a reason, all units draw on them in common. */
export function allocation($scope, camForm) {
  ask($scope, camForm, {
    begin: (a) => ({ common: false, numbers: Object.fromEntries(a.units.map((unit) => [unit.id, {}])) }),
    made: (answer, v) =>
      answer.common
        ? { numbers: [], note: answer.note }
        : {
            numbers: v.a.columns.flatMap((column) =>
              v.a.units
                .filter((unit) => Number.isInteger(answer.numbers[unit.id][column.id]))
                .map((unit) => ({
                  form: column.form,
                  kind: column.kind,
                  unit: unit.id,
                  number: answer.numbers[unit.id][column.id]
                }))
            )
          },
    complete: (answer, v) => answer.common || v.a.columns.some((column) => total(answer, v.a.units, column) > 0)
  }).then((v) => {
    v.total = (column) => total(v.answer, v.a.units, column);
    v.isOver = (column) => column.limit !== null && v.total(column) > column.limit;
  });
}

function total(answer, units, column) {
  return units.reduce((sum, unit) => sum + (Number(answer.numbers[unit.id][column.id]) || 0), 0);
}

/** The end of a round's appraisal; what is unfinished is no longer considered, each with a reason. */
export function conclusion($scope, camForm) {
  ask($scope, camForm, {
    begin: () => ({ lapsed: {} }),
    made: (answer) =>
      filled({
        note: answer.note,
        lapsed: Object.entries(filled(answer.lapsed)).map(([dossier, reason]) => ({ dossier, reason }))
      })
  });
}

/** Receipt of a dossier; an objection the law lets a person set aside needs that person's reason. */
export function receive($scope, camForm) {
  ask($scope, camForm, {
    begin: (a) => ({ decision: '', overrides: {}, rules: standing(a.dossier.rules) }),
    made: (answer) => {
      const received = { decision: answer.decision };
      if (answer.decision === 'RECEIVE') {
        received.overrides = Object.entries(filled(answer.overrides)).map(([rule, reason]) => ({ rule, reason }));
      } else {
        received.reason = answer.reason;
        received.article = answer.article;
        if (answer.decision === 'SUPPLEMENT') received.newDeadline = answer.newDeadline;
      }
      return received;
    },
    complete: (answer) => answer.decision !== 'RECEIVE' || answer.rules.every((rule) => rule.overridable)
  }).then((v) => {
    v.overridable = v.answer.rules.filter((rule) => rule.overridable);
    v.blocking = v.answer.rules.filter((rule) => !rule.overridable);
  });
}

function standing(rules) {
  return rules.filter((rule) => rule.verdict === 'OBJECTION' && !rule.override);
}

/** The opinion of an agency: a verdict, and a score or a comment for each criterion of the nominee's group. */
export function appraise($scope, camForm) {
  ask($scope, camForm, {
    begin: (a) => ({ verdict: '', scores: Object.fromEntries(a.items.map((item) => [item.id, {}])) }),
    made: (answer, v) => {
      const supplement = answer.verdict === 'SUPPLEMENT';
      return filled({
        verdict: answer.verdict,
        comment: answer.comment,
        scores: supplement
          ? []
          : v.a.items.map((item) => filled(Object.assign({ item: item.id }, answer.scores[item.id]))),
        article: supplement ? answer.article : null,
        newDeadline: supplement ? answer.newDeadline : null
      });
    },
    complete: (answer, v) =>
      answer.verdict === 'SUPPLEMENT' || v.a.items.every((item) => Object.keys(filled(answer.scores[item.id])).length > 0)
  });
}

/** The agenda of a sitting: when and where, who is called, in which order, who doesn't vote on what. */
export function agenda($scope, camForm) {
  ask($scope, camForm, {
    begin: (a) =>
      Object.assign({}, a.proposed, {
        members: boxes(a.members.map((member) => member.id)),
        order: a.dossiers.slice(),
        conflicts: [],
        cleared: a.conflicts.map(() => ({}))
      }),
    made: (answer, v) =>
      filled({
        date: answer.date,
        time: answer.time,
        place: answer.place,
        voteFrom: answer.voteFrom,
        voteUntil: answer.voteUntil,
        secret: Boolean(answer.secret),
        quorumPercent: answer.quorumPercent,
        memberIds: chosen(answer.members).map(Number),
        dossiers: answer.order.map((one) => one.number),
        conflicts: answer.conflicts.map(({ member, dossier, reason }) => ({ member, dossier, reason })),
        clearances: v.a.conflicts
          .map((one, index) => ({ member: one.member, dossier: one.dossier, cleared: answer.cleared[index] }))
          .filter((one) => one.cleared.is)
          .map(({ member, dossier, cleared }) => ({ member, dossier, reason: cleared.reason }))
      }),
    complete: (answer) => chosen(answer.members).length > 0
  }).then((v) => {
    v.up = (index) => {
      const order = v.answer.order;
      order.splice(index - 1, 2, order[index], order[index - 1]);
    };
    v.drop = (index) => v.answer.conflicts.splice(index, 1);
  });
}

/** A member's ballot: one vote for each dossier the member may vote on. */
export function ballot($scope, camForm) {
  ask($scope, camForm, {
    begin: (a) => ({ votes: Object.fromEntries(a.ballots.map((one) => [one.number, { vote: '' }])) }),
    made: (answer, v) => ({
      votes: votable(v).map((one) => {
        const { vote, note } = answer.votes[one.number];
        return filled({ dossier: one.number, vote, note: v.a.secret ? null : note });
      })
    }),
    complete: (answer, v) => votable(v).every((one) => answer.votes[one.number].vote)
  }).then((v) => {
    v.all = (vote) => votable(v).forEach((one) => (v.answer.votes[one.number].vote = vote));
  });
}

function votable(v) {
  return v.a.ballots.filter((one) => !one.conflict);
}

/** Ballots that came on paper, and who sat without voting. In a secret vote the ballots bear no names. */
export function postal($scope, camForm) {
  ask($scope, camForm, {
    begin: () => ({ members: {}, ballots: [], finish: true }),
    made: (answer, v) => ({
      present: membersWho(answer, 'PRESENT'),
      members: membersWho(answer, 'POSTAL'),
      ballots: answer.ballots.map((ballot) => ({
        member: v.a.secret ? null : ballot.id,
        votes: Object.entries(filled(ballot.votes)).map(([dossier, vote]) => ({ dossier, vote }))
      })),
      finish: Boolean(answer.finish)
    })
  }).then((v) => {
    v.count = () => {
      const senders = membersWho(v.answer, 'POSTAL');
      v.answer.ballots = senders.map((id, index) => {
        const kept = v.answer.ballots[v.a.secret ? index : v.answer.ballots.findIndex((ballot) => ballot.id === id)];
        const name = v.a.secret ? 'Phiếu ' + (index + 1) : v.a.members.find((member) => member.id === id).name;
        return { id: id, name: name, votes: kept ? kept.votes : {} };
      });
    };
    v.conflict = (ballot, one) => {
      if (v.a.secret) return '';
      const found = v.a.conflicts.find((each) => each.member === ballot.id && each.dossier === one.number);
      return found ? 'Không bỏ phiếu: ' + found.reason : '';
    };
  });
}

function membersWho(answer, how) {
  return Object.keys(answer.members)
    .filter((id) => answer.members[id] === how)
    .map(Number);
}

/** The chair settles ties; who is not preferred is not carried. */
export function ties($scope, camForm) {
  ask($scope, camForm, {
    begin: () => ({ preferred: {} }),
    made: (answer) => ({ preferred: chosen(answer.preferred), reason: answer.reason })
  }).then((v) => {
    v.chosenOf = (tie) => tie.candidates.filter((one) => v.answer.preferred[one.dossier]).length;
  });
}

/** The draft of a decision. */
export function decision($scope, camForm) {
  ask($scope, camForm, {
    begin: (a) => Object.assign({}, a.proposed, { bases: a.proposed.bases.join('\n') }),
    made: (answer) =>
      filled(
        Object.assign({}, answer, {
          bases: (answer.bases || '')
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean)
        })
      )
  });
}

/** A signature under a list: what is unticked is struck out, each case with a reason. */
export function sign($scope, camForm) {
  ask($scope, camForm, {
    begin: (a) => ({
      decision: '',
      kept: boxes(a.items.map((one) => one.number)),
      struck: Object.fromEntries(a.items.map((one) => [one.number, {}]))
    }),
    made: (answer, v) =>
      answer.decision === 'SIGN'
        ? {
            decision: 'SIGN',
            struckOut: v.a.items
              .filter((one) => !answer.kept[one.number])
              .map((one) => ({
                dossier: one.number,
                reason: answer.struck[one.number].reason,
                waits: Boolean(answer.struck[one.number].waits)
              }))
          }
        : { decision: answer.decision, reason: answer.reason },
    complete: (answer, v) => answer.decision !== 'SIGN' || !(v.a.quotas || []).some((line) => exceeds(line, answer, v.a.items))
  }).then((v) => {
    v.now = (line) => now(line, v.answer, v.a.items);
    v.exceeds = (line) => exceeds(line, v.answer, v.a.items);
    v.overQuota = () => v.a.quotas.some(v.exceeds);
  });
}

function now(line, answer, items) {
  return items.filter((one) => one.form === line.form && one.kind === line.kind && answer.kept[one.number]).length;
}

function exceeds(line, answer, items) {
  const wanted = now(line, answer, items);
  if (line.state === 'BLOCKED') return wanted > 0;
  return line.limit !== null && line.used + wanted > line.limit;
}

/** The date of a decision; and what its cases get, where that is not known for the date. */
export function number($scope, camForm) {
  ask($scope, camForm, {
    begin: () => ({ sums: {} }),
    made: (answer, v) =>
      filled({
        date: answer.date,
        sums: unknown(answer, v.a.prizes).map(({ id, form, grade, kind }) =>
          filled({ form, grade, kind, amount: Number(answer.sums[id].replace(/\./g, '')), source: answer.source })
        )
      })
  }).then((v) => {
    v.lines = () => prizesOn(v.answer.date, v.a.prizes);
    v.asksSums = () => unknown(v.answer, v.a.prizes).length > 0;
  });
}

/** What the cases get on the day; today without one, and on a day that cannot be what they get on the nearest that can. */
function prizesOn(date, periods) {
  const last = periods[periods.length - 1];
  if (!date) return last.lines;
  const [day, month, year] = date.split('/').map((part) => part.padStart(2, '0'));
  const iso = [year, month, day].join('-');
  return (periods.find((each) => iso <= each.to) || last).lines;
}

function unknown(answer, periods) {
  return prizesOn(answer.date, periods).filter((line) => line.amount === null);
}

/** The letter to a superior: its cases, those dropped, the opinions to ask for before it is signed. */
export function submission($scope, camForm) {
  ask($scope, camForm, {
    begin: (a) =>
      Object.assign({}, a.proposed, { cases: Object.fromEntries(a.items.map((one) => [one.number, { requests: [] }])) }),
    made: (answer, v) => {
      const cases = v.a.items.map((one) => Object.assign({ dossier: one.number }, answer.cases[one.number]));
      return filled({
        title: answer.title,
        summary: answer.summary,
        consultations: cases
          .filter((one) => !one.dropped)
          .flatMap((one) =>
            one.requests.map(({ kind, to, sentOn, document }) => ({ dossier: one.dossier, kind, to, sentOn, document }))
          ),
        dropped: cases.filter((one) => one.dropped).map(({ dossier, reason }) => ({ dossier, reason }))
      });
    }
  }).then((v) => {
    v.ask = (one) => v.answer.cases[one.number].requests.push({ kind: 'MINISTRY' });
    v.unask = (one, index) => v.answer.cases[one.number].requests.splice(index, 1);
  });
}

/** The reply of a consulted body, or that none came. */
export function reply($scope, camForm) {
  ask($scope, camForm, {
    begin: () => ({ kind: '' }),
    made: (answer) => {
      const none = answer.kind === 'NONE';
      return filled({
        favour: none ? null : answer.kind === 'FAVOUR',
        document: none ? null : answer.document,
        date: none ? null : answer.date,
        note: answer.note,
        noReply: none
      });
    }
  });
}

/** What the superior decided, case by case. */
export function outcome($scope, camForm) {
  ask($scope, camForm, {
    begin: (a) => ({ items: Object.fromEntries(a.items.map((one) => [one.number, { outcome: '' }])) }),
    made: (answer, v) => ({
      outcomes: v.a.items.map((one) => {
        const { outcome, reason } = answer.items[one.number];
        return filled({
          dossier: one.number,
          outcome: outcome,
          document: answer.document,
          documentDate: answer.date,
          reason: outcome === 'APPROVED' ? null : reason
        });
      })
    })
  });
}
