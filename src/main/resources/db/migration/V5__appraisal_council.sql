-- What an agency said of one version of a dossier: one opinion each, never changed.
create table opinion (
    id bigint generated always as identity primary key,
    dossier text not null references dossier,
    version int not null,
    agency text not null,
    agency_name text not null,
    verdict text not null check (verdict in ('FAVOUR', 'OPPOSE', 'SUPPLEMENT')),
    comment text not null,
    scores jsonb not null,
    article text,
    new_deadline date,
    officer text not null,
    officer_for text,
    given_at timestamptz not null,
    unique (dossier, version, agency),
    check ((verdict = 'SUPPLEMENT') = (new_deadline is not null))
);

-- How the lead settled opinions that differ.
create table reconciliation (
    dossier text not null references dossier,
    version int not null,
    decision text not null check (decision in ('PROPOSE', 'REJECT')),
    reason text not null,
    article text,
    officer text not null,
    officer_for text,
    at timestamptz not null,
    primary key (dossier, version)
);

-- The steps whose limit passed, told once each.
create table overdue_step (
    dossier text not null references dossier,
    version int not null,
    step text not null,
    at timestamptz not null,
    primary key (dossier, version, step)
);

create table consultation (
    id bigint generated always as identity primary key,
    dossier text not null references dossier,
    kind text not null check (kind in ('PARTY_OPINION', 'MINISTRY')),
    addressee text not null,
    sent_on date not null,
    document text not null,
    due_on date,
    limit_basis text not null,
    replied boolean not null default false,
    favour boolean,
    reply_document text,
    reply_date date,
    note text,
    requested_by text not null,
    requested_at timestamptz not null,
    recorded_by text,
    recorded_at timestamptz,
    check (replied or favour is null)
);
create index consultation_by_dossier on consultation (dossier);

create table council_session (
    id bigint generated always as identity primary key,
    key text not null unique,
    campaign text not null references campaign,
    year int not null,
    number int not null,
    round text not null references award_round,
    state text not null check (state in ('PREPARING', 'VOTING', 'COUNTING', 'COUNTED', 'MINUTES', 'SIGNED', 'CONCLUDED', 'CANCELLED')),
    held_on date,
    held_at time,
    place text,
    vote_from timestamptz,
    vote_until timestamptz,
    secret boolean not null,
    quorum_percent int not null check (quorum_percent between 1 and 100),
    conflict_leaves_base boolean not null,
    sitting int not null default 1,
    opened_at timestamptz not null,
    unique (campaign, year, number),
    unique (id, secret)
);
create index council_session_by_round on council_session (round);

-- The council as it stood when the sitting was called.
create table session_member (
    session bigint not null references council_session,
    member bigint not null,
    user_id text,
    name text not null,
    position text not null,
    seat text not null,
    unit text,
    votes boolean not null,
    called boolean not null,
    present boolean not null default false,
    primary key (session, member)
);

-- The dossiers on the agenda with the sums of their votes. Of a secret vote nothing else is ever written.
create table session_item (
    session bigint not null references council_session,
    dossier text not null references dossier,
    position int not null,
    form text not null,
    grade int,
    kind text not null,
    nominee uuid not null,
    nominee_name text not null,
    unit text not null,
    unit_name text not null,
    threshold_percent int check (threshold_percent between 1 and 100),
    threshold_base text not null check (threshold_base in ('ALL_MEMBERS', 'PRESENT')),
    yes int not null default 0 check (yes >= 0),
    no int not null default 0 check (no >= 0),
    abstain int not null default 0 check (abstain >= 0),
    dropped text,
    place int,
    carried_by_person boolean,
    primary key (session, dossier)
) with (fillfactor = 70);
create index session_item_by_dossier on session_item (dossier);

create table session_conflict (
    session bigint not null,
    dossier text not null,
    member bigint not null,
    ground text not null check (ground in ('OWN_UNIT', 'NOMINEE', 'EARLIER_STAGE', 'DECLARED')),
    reason text not null,
    primary key (session, dossier, member),
    foreign key (session, dossier) references session_item,
    foreign key (session, member) references session_member
);

-- That a member voted, never how.
create table ballot_cast (
    session bigint not null,
    member bigint not null,
    postal boolean not null,
    cast_at timestamptz not null,
    primary key (session, member),
    foreign key (session, member) references session_member
);

-- How a member voted: the database takes no such row for a secret vote.
create table ballot_vote (
    session bigint not null,
    secret boolean not null default false check (not secret),
    member bigint not null,
    dossier text not null,
    vote text not null check (vote in ('YES', 'NO', 'ABSTAIN')),
    note text,
    primary key (session, dossier, member),
    foreign key (session, secret) references council_session (id, secret),
    foreign key (session, member) references ballot_cast,
    foreign key (session, dossier) references session_item
);

create table council_tie (
    id bigint generated always as identity primary key,
    session bigint not null references council_session,
    kind text not null check (kind in ('EVEN', 'PLACES')),
    dossiers text[] not null,
    preferred text[] not null,
    reason text not null,
    settled_by text not null,
    settled_at timestamptz not null
);
create index council_tie_by_session on council_tie (session);

create table council_minutes (
    session bigint primary key references council_session,
    started_at text,
    ended_at text,
    discussion text,
    conclusion text,
    checked_by text not null,
    checked_at timestamptz not null,
    signed_by text,
    signed_position text,
    signed_at timestamptz,
    sent_back_for text
);
