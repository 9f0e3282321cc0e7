-- Names as they are typed without accents, for searching. The keys are decomposed, so that taking the marks away leaves the letters.
alter table award_register add column name_plain text not null
    generated always as (replace(regexp_replace(name_key, U&'[\0300-\036F]', '', 'g'), U&'\0111', 'd')) stored;
alter table nominee_name add column name_plain text not null
    generated always as (replace(regexp_replace(name_key, U&'[\0300-\036F]', '', 'g'), U&'\0111', 'd')) stored;
