-- A ruling that a rule pack applies to dossiers received in a period no law in the system covers.
create table rule_pack_ruling (
    id bigint generated always as identity primary key,
    campaign text not null references campaign,
    from_day date not null,
    to_day date not null check (to_day >= from_day),
    pack text not null,
    document_number text not null,
    document_date date not null,
    reason text not null,
    decided_by text not null,
    decided_at timestamptz not null
);
create index rule_pack_ruling_by_campaign on rule_pack_ruling (campaign, from_day);

create table council_member (
    id bigint generated always as identity primary key,
    campaign text not null references campaign,
    user_id text,
    name text not null,
    position text not null,
    seat text not null check (seat in ('CHAIR', 'DEPUTY_CHAIR', 'MEMBER', 'SECRETARY')),
    unit text,
    votes boolean not null,
    appointed_at timestamptz not null,
    dismissed_at timestamptz
);
create unique index council_member_one_chair on council_member (campaign) where seat = 'CHAIR' and dismissed_at is null;
create unique index council_member_one_seat on council_member (campaign, user_id) where dismissed_at is null;

create table delegation (
    id bigint generated always as identity primary key,
    campaign text not null references campaign,
    user_id text not null,
    name text not null,
    position text not null,
    capacity text not null check (capacity in ('KT', 'TUQ')),
    from_day date not null,
    to_day date not null,
    document text not null,
    document_date date not null,
    revoked_at timestamptz
);
create index delegation_by_person on delegation (campaign, user_id) where revoked_at is null;

create table substitution (
    id bigint generated always as identity primary key,
    campaign text not null references campaign,
    absent_user text not null,
    substitute text not null,
    user_group text not null,
    from_day date not null,
    to_day date not null check (to_day >= from_day),
    reason text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    ended_at timestamptz
);
create index substitution_by_substitute on substitution (substitute) where ended_at is null;
