-- The last number given in each series: counted up in the transaction that uses it, so that a rollback leaves no gap.
create table document_counter (
    issuer text not null,
    kind text not null,
    year int not null,
    last_number int not null check (last_number > 0),
    last_date date,
    primary key (issuer, kind, year)
);

-- Places taken by signed decisions; year 0 where a quota counts once for the whole campaign.
create table quota_use (
    campaign text not null references campaign,
    occasion text not null,
    year int not null,
    form text not null,
    kind text not null,
    quota int not null,
    used int not null default 0,
    last_decision text,
    last_name text,
    last_at timestamptz,
    primary key (campaign, occasion, year, form, kind),
    constraint quota_is_kept check (used between 0 and quota)
);

create table award_decision (
    id bigint generated always as identity primary key,
    key text not null unique,
    campaign text not null references campaign,
    round text not null,
    occasion text not null,
    year int not null,
    authority text not null,
    authority_name text not null,
    authority_group text not null,
    authority_position text not null,
    authority_level text not null,
    drafting_group text not null,
    state text not null check (state in ('DRAFTING', 'TO_SIGN', 'SIGNED', 'NUMBERED', 'ISSUED', 'TOLD', 'HANDED_OVER', 'EMPTY')),
    since timestamptz not null,
    title text not null,
    bases text[] not null,
    letter_number text,
    letter_date date,
    symbol text not null,
    sent_back text,
    signed_by text,
    signer_name text,
    signer_position text,
    capacity text check (capacity in ('KT', 'TUQ')),
    delegation text,
    signed_at timestamptz,
    issuer text not null,
    number int,
    decided_on date,
    issued_at timestamptz,
    tell_by timestamptz,
    told_on date,
    told_note text,
    deliver_by timestamptz,
    handed_over_on date,
    handed_over_note text
);
create index award_decision_by_round on award_decision (round);

create table decision_item (
    decision bigint not null references award_decision,
    dossier text not null,
    position int not null,
    form text not null,
    grade int,
    kind text not null,
    nominee uuid not null,
    nominee_name text not null,
    unit text not null,
    unit_name text not null,
    struck_out text,
    waits boolean not null default false,
    prize bigint,
    prize_source text,
    primary key (decision, dossier)
);
-- A dossier is decided once.
create unique index decision_item_one on decision_item (dossier) where struck_out is null;

-- Sổ vàng: as things stood when the award was given.
create table award_register (
    id bigint generated always as identity primary key,
    key text not null unique,
    campaign text not null references campaign,
    year int not null,
    number int not null,
    dossier text not null unique,
    decision bigint references award_decision,
    document text not null,
    decided_on date not null,
    authority text not null,
    occasion text not null,
    form text not null,
    grade int,
    kind text not null,
    nominee uuid not null,
    name text not null,
    name_key text not null,
    unit text not null,
    unit_name text not null,
    prize bigint,
    status text not null check (status in ('VALID', 'REVOKED')),
    -- a ruling has given the place of the revoked award back to the quota
    quota_reopened_by text,
    unique (campaign, year, number)
);
create index award_register_by_decision on award_register (decision);
create index award_register_by_nominee on award_register (nominee);

create table certificate (
    code text primary key,
    register bigint not null references award_register,
    campaign text not null references campaign,
    year int not null,
    number int not null,
    issued_on date not null,
    name text not null,
    status text not null check (status in ('VALID', 'REVOKED', 'REISSUED')),
    replaced_by text references certificate,
    unique (campaign, year, number)
);
create index certificate_by_register on certificate (register);
create unique index certificate_one_valid on certificate (register) where status = 'VALID';

-- Which campaign of this installation is the superior's, and as which unit this one nominates there.
create table superior_link (
    campaign text primary key references campaign,
    superior_campaign text not null references campaign,
    unit_there text not null,
    check (campaign <> superior_campaign)
);

create table superior_submission (
    id bigint generated always as identity primary key,
    key text not null unique,
    campaign text not null references campaign,
    round text not null,
    occasion text not null,
    year int not null,
    superior text not null,
    superior_name text not null,
    superior_position text not null,
    superior_level text not null,
    signer text not null,
    signer_authority_name text not null,
    signer_group text not null,
    signer_authority_position text not null,
    signer_level text not null,
    preparing_group text not null,
    state text not null check (state in ('PREPARING', 'TO_SIGN', 'TO_SEND', 'SENT', 'CONCLUDED')),
    since timestamptz not null,
    title text not null,
    summary text,
    sent_back text,
    signed_by text,
    signer_name text,
    signer_position text,
    capacity text check (capacity in ('KT', 'TUQ')),
    delegation text,
    signed_at timestamptz,
    issuer text not null,
    symbol text not null,
    number int,
    sent_on date,
    sent_to text,
    submit_by timestamptz
);
create index superior_submission_by_round on superior_submission (round);

create table submission_item (
    submission bigint not null references superior_submission,
    dossier text not null,
    position int not null,
    form text not null,
    grade int,
    kind text not null,
    nominee uuid not null,
    nominee_name text not null,
    unit text not null,
    unit_name text not null,
    outcome text check (outcome in ('APPROVED', 'REFUSED', 'RETURNED', 'DROPPED')),
    document text,
    document_date date,
    reason text,
    superior_dossier text unique,
    primary key (submission, dossier)
);
create index submission_item_by_dossier on submission_item (dossier);

-- Every outcome that ever came back, also of cases returned and submitted again.
create table award_outcome (
    id bigint generated always as identity primary key,
    submission bigint not null references superior_submission,
    dossier text not null,
    outcome text not null,
    document text,
    document_date date,
    reason text,
    superior_dossier text,
    entered_by text not null,
    entered_at timestamptz not null
);
create index award_outcome_by_submission on award_outcome (submission);

create table revocation (
    id bigint generated always as identity primary key,
    key text not null unique,
    register bigint not null references award_register,
    kind text not null check (kind in ('REVOKE', 'EXCHANGE', 'REISSUE')),
    state text not null check (state in ('PROPOSING', 'TO_SIGN', 'SIGNED', 'RECOVERING', 'TO_REISSUE', 'DISMISSED', 'DONE')),
    since timestamptz not null,
    reason text not null,
    article text,
    document text,
    document_date date,
    sent_back text,
    signed_by text,
    signer_name text,
    authority_position text,
    signer_position text,
    capacity text check (capacity in ('KT', 'TUQ')),
    delegation text,
    signed_at timestamptz,
    issuer text,
    number int,
    symbol text,
    decided_on date,
    recover_by timestamptz,
    certificate_back_on date,
    money_back_on date,
    note text,
    new_certificate text references certificate
);
-- One matter at a time for each award.
create unique index revocation_one_open on revocation (register) where state not in ('DISMISSED', 'DONE');
