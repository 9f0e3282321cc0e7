create table holiday (
    day date primary key,
    name text not null,
    kind text not null check (kind in ('OFF', 'WORKING_DAY')),
    state text not null check (state in ('OFFICIAL', 'EXPECTED')),
    source text not null
);

create table campaign (
    code text primary key,
    name text not null,
    plan_yaml text not null,
    plan_sha256 text not null,
    source_text text not null,
    scan_text text,
    adopted_on date not null,
    loaded_at timestamptz not null
);

-- Rulings on open points and amendments: laid over the plan in the order they were made.
create table plan_change (
    id bigint generated always as identity primary key,
    campaign text not null references campaign,
    kind text not null check (kind in ('RULING', 'AMENDMENT')),
    open_point text,
    duty text,
    aspect text not null,
    value jsonb not null,
    document_number text not null,
    document_date date not null,
    reason text not null,
    decided_by text not null,
    decided_at timestamptz not null
);
create unique index plan_change_one_ruling on plan_change (campaign, open_point) where kind = 'RULING';

create table unit (
    campaign text not null references campaign,
    code text not null,
    name text not null,
    unit_group text not null,
    level text not null,
    parent text,
    emails text[] not null,
    founded date,
    closed date,
    successor text,
    primary key (campaign, code)
);

create table obligation (
    id bigint generated always as identity primary key,
    key text not null unique,
    campaign text not null references campaign,
    duty text not null,
    type text not null check (type in ('LAUNCH_PLAN', 'PERIODIC_REPORT', 'CONSOLIDATED_REPORT')),
    period text not null,
    owner text not null,
    owner_name text not null,
    owner_group text not null,
    opened_at timestamptz not null,
    unique (campaign, duty, owner, period)
);
create index obligation_by_owner on obligation (campaign, owner);

-- One half of an obligation per addressee, each with its own deadline, receipt and time.
create table obligation_part (
    obligation bigint not null references obligation,
    addressee text not null,
    reviewer_group text not null,
    state text not null check (state in ('AWAITED', 'SUBMITTED', 'ACCEPTED', 'CLOSED', 'ENDED', 'HISTORY')),
    returned boolean not null default false,
    deadline_kind text check (deadline_kind in ('BEFORE', 'BY', 'WITHIN')),
    deadline_date date,
    deadline_at timestamptz,
    version int not null default 0,
    submitted_at timestamptz,
    late_seconds bigint,
    accepted_at timestamptz,
    overdue_told_at timestamptz,
    next_reminder_on date,
    primary key (obligation, addressee)
);
create index obligation_part_to_remind on obligation_part (next_reminder_on) where state = 'AWAITED';
create index obligation_part_late on obligation_part (deadline_at) where state = 'AWAITED';

create table deadline_change (
    id bigint generated always as identity primary key,
    obligation bigint not null references obligation,
    addressee text not null,
    old_kind text,
    old_date date,
    new_kind text,
    new_date date,
    cause text not null check (cause in ('RULING', 'AMENDMENT', 'EXTENSION', 'RETURN')),
    reason text not null,
    changed_by text not null,
    changed_at timestamptz not null
);
create index deadline_change_by_obligation on deadline_change (obligation);

create table stored_file (
    sha256 text primary key,
    media_type text not null,
    size bigint not null,
    content bytea not null
);
alter table stored_file alter column content set storage external;

create table attachment (
    id uuid primary key,
    subject text not null,
    sha256 text not null references stored_file,
    name text not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null
);
create index attachment_by_subject on attachment (subject);

create table submission_draft (
    obligation bigint primary key references obligation,
    content jsonb not null,
    attachments uuid[] not null,
    saved_by text not null,
    saved_at timestamptz not null
);

create table submission_version (
    obligation bigint not null references obligation,
    addressee text not null,
    version int not null,
    content jsonb not null,
    attachments uuid[] not null,
    submitted_by text not null,
    submitted_at timestamptz not null,
    late_seconds bigint,
    outcome text check (outcome in ('ACCEPTED', 'RETURNED', 'WITHDRAWN')),
    outcome_reason text,
    outcome_by text,
    outcome_at timestamptz,
    primary key (obligation, addressee, version)
);

-- What a digest will tell each mailbox, until it has.
create table notice (
    id bigint generated always as identity primary key,
    recipient text not null,
    kind text not null,
    subject text not null,
    content jsonb not null,
    noticed_at timestamptz not null,
    unique (recipient, kind, subject, noticed_at)
);

create table outgoing_mail (
    id bigint generated always as identity primary key,
    message_id text not null unique,
    cause text not null unique,
    recipient text not null,
    subject text not null,
    text_body text not null,
    html_body text not null,
    state text not null check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts int not null default 0,
    next_attempt_at timestamptz,
    last_error text,
    created_at timestamptz not null,
    sent_at timestamptz
);
create index outgoing_mail_due on outgoing_mail (next_attempt_at) where state = 'WAITING';

create table audit_entry (
    seq bigint primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    campaign text,
    unit text,
    subject text not null,
    before_json text,
    after_json text,
    previous_hash text not null,
    hash text not null
);
create index audit_entry_by_subject on audit_entry (subject);

create function audit_entry_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'audit_entry is append-only';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_is_final();

-- The days whose digests have been written.
create table digest_day (
    day date primary key,
    written_at timestamptz not null
);
