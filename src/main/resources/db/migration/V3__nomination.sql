create table award_round (
    key text primary key,
    campaign text not null references campaign,
    occasion text not null check (occasion in ('ANNUAL', 'INTERIM_REVIEW', 'FINAL_REVIEW', 'AD_HOC')),
    year int not null,
    name text not null,
    state text not null check (state in ('PREPARED', 'ALLOCATING', 'OPEN', 'CLOSED', 'APPRAISED', 'CONCLUDED', 'CANCELLED')),
    terms jsonb not null,
    closes_at timestamptz not null,
    lead_group text not null,
    prepared_by text not null,
    prepared_at timestamptz not null,
    since timestamptz not null
);
create index award_round_by_campaign on award_round (campaign);

create table quota_allocation (
    round text not null references award_round,
    form text not null,
    kind text not null check (kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')),
    unit text not null,
    number int not null check (number >= 0),
    primary key (round, form, kind, unit)
);

create table late_permission (
    id bigint generated always as identity primary key,
    round text not null references award_round,
    unit text not null,
    unit_name text not null,
    reason text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    state text not null check (state in ('REQUESTED', 'GRANTED', 'REFUSED')),
    until date,
    decided_by text,
    decided_at timestamptz,
    decision_reason text,
    document text,
    check ((state = 'GRANTED') = (until is not null))
);
create unique index late_permission_one_pending on late_permission (round, unit) where state = 'REQUESTED';
create index late_permission_by_round on late_permission (round, unit);

-- The last number given out of each series.
create table number_series (
    series text primary key,
    last int not null
);

create table dossier (
    number text primary key,
    campaign text not null references campaign,
    round text not null references award_round,
    unit text not null,
    unit_name text not null,
    unit_group text not null,
    occasion text not null,
    year int not null,
    form text not null check (form in ('BK_TINH', 'BK_TTG', 'GK', 'CO_TINH', 'CO_CP', 'HCLD')),
    grade int check (grade between 1 and 3),
    kind text not null check (kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')),
    nominee uuid not null,
    nominee_name text not null,
    criteria_group text not null,
    state text not null check (state in ('DRAFT', 'SUBMITTED', 'SUPPLEMENT', 'IN_APPRAISAL', 'OPINIONS_DIFFER', 'APPRAISED',
        'IN_COUNCIL', 'VOTED', 'TO_SIGN', 'ESCALATED', 'AWARDED', 'NOT_AWARDED', 'RETURNED', 'WITHDRAWN', 'LAPSED', 'REVOKED')),
    since timestamptz not null,
    turn_group text not null,
    limit_at timestamptz,
    limit_basis text,
    -- while a supplement is awaited, the agency's own limit rests
    resting_limit_at timestamptz,
    resting_limit_basis text,
    resting_since timestamptz,
    version int not null default 0,
    submitted_at timestamptz,
    received_at timestamptz,
    rule_pack text,
    held_since timestamptz,
    superior_of text references dossier,
    lead_group text not null,
    authority_group text not null
);
create index dossier_by_round on dossier (round, state);
create index dossier_by_unit on dossier (campaign, unit);
create index dossier_by_nominee on dossier (nominee);
create index dossier_running on dossier (limit_at) where limit_at is not null;

create table dossier_draft (
    dossier text primary key references dossier,
    content jsonb not null,
    saved_by text not null,
    saved_at timestamptz not null
);

-- The files now in the dossier; each version keeps its own list.
create table dossier_component (
    dossier text not null references dossier,
    attachment uuid not null references attachment,
    component text not null,
    position int generated always as identity,
    primary key (dossier, attachment)
);
create index dossier_component_by_attachment on dossier_component (attachment);

create table dossier_version (
    dossier text not null references dossier,
    version int not null,
    content jsonb not null,
    submitted_by text not null,
    submitted_at timestamptz not null,
    outcome text check (outcome in ('RECEIVED', 'SUPPLEMENT', 'RETURNED')),
    outcome_reason text,
    outcome_article text,
    outcome_by text,
    outcome_at timestamptz,
    primary key (dossier, version)
);

create table achievement (
    dossier text not null references dossier,
    version int not null,
    position int not null,
    title text not null,
    from_on date not null,
    to_on date not null,
    description text not null,
    key text not null,
    primary key (dossier, version, position)
);
create index achievement_by_key on achievement (key);

create table eligibility_override (
    dossier text not null references dossier,
    version int not null,
    rule text not null,
    reason text not null,
    signed_by text not null,
    signed_at timestamptz not null,
    primary key (dossier, version, rule)
);

create table eligibility_hold (
    id bigint generated always as identity primary key,
    dossier text not null references dossier,
    kind text not null check (kind in ('DISCIPLINE', 'INSPECTION', 'COMPLAINT', 'PRESS')),
    reason text not null,
    document text,
    held_by text not null,
    held_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    end_reason text,
    end_document text
);
create index eligibility_hold_by_dossier on eligibility_hold (dossier);

create table dossier_stage (
    id bigint generated always as identity primary key,
    dossier text not null references dossier,
    state text not null,
    at timestamptz not null,
    by text not null,
    turn_group text not null,
    limit_at timestamptz,
    limit_basis text,
    note text
);
create index dossier_stage_by_dossier on dossier_stage (dossier, id);

-- Who has acted in which stage of a dossier: nobody acts in two.
create table dossier_act (
    dossier text not null references dossier,
    actor text not null,
    stage text not null check (stage in ('COMPOSE', 'APPRAISAL', 'COUNCIL', 'DECIDE')),
    at timestamptz not null,
    primary key (dossier, actor)
);
