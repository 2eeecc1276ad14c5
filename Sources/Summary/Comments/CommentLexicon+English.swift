extension CommentLexicon {
  static let english = CommentLexicon(
    anywhere: Lexicon<CommentCue>([
      (
        .experience,
        """
        i|we|he|she|they was|were|had|did|went|came|took|said|told|got
        i|we|he|she|they made|saw|began|became|felt|left|gave|ran|wrote|asked|tried
        i|we used|worked|managed|led|started|stopped|moved|hired|lost|kept
        i|we changed|learned|learnt|found|spent|thought|knew|put|sat|joined
        i've|we've been|had|seen|done|worked|managed|led|learned|learnt|found|tried|used
        i|we have been|seen|done|worked|had
        my|our boss|manager|team|company|employer|organisation|organization|staff
        my|our wife|husband|son|daughter|father|mother|friend|colleague
        my|our ward|school|office|shop|crew|department|class|first|last|old|former|own
        when i|we was|were|worked|started|had|became|lived|left / same with|for|here us|me
        as a|an nurse|teacher|manager|engineer|parent|lead|director|doctor|driver|volunteer
        in my|our case|team|company|office|school|job|experience / we|i are|am a / # years|months
        """
      ),
      (
        .outcome,
        """
        after|within|for #|one|two|three|four|five|six|seven|eight|nine|ten|twelve weeks|months|years|days
        since then / it|that took / ended up / turned|turns out / went down|up
        dropped|fell|rose from|to|by / stopped|started doing|asking|coming|using|working
        what helped|worked|changed / we|i now / until / update / cost|costs us|me|him|her
        ask for|them|him|her / i'd|we'd keep / in the end|meantime
        last|this|next month|week|year|spring|summer|autumn|fall|winter|quarter / by the end
        every week|month|day / nobody|no one left|noticed|asked|told|said|knew / gave|took|got|went back
        as a result / to this day / from then on / it worked|helped|failed|broke
        didn't|did not work|help|last / the result / half of / one of them|us / these days
        """
      ),
      (
        .disagreement,
        """
        disagree / not sure / but / however / the trouble|problem|catch with|is / except
        not true|always|everyone / what about / doesn't|don't work|apply|hold / on the contrary
        devil's|devils advocate / that's why|easy / only if / unless
        """
      ),
      (
        .possession,
        """
        my|our little|new|latest|own|free|recent? book|ebook|podcast|course|webinar
        my|our little|new|latest|own|free|recent? workshop|newsletter|blog|channel|website|site
        my|our practice|clients|programme|program|diagnostic|framework|method
        my|our methodology|model|platform|app|tool|toolkit|services|solution
        my|our customers|coachees|seminar|seminars|masterclass|academy
        my|our agency|firm|consultancy|product|products|guide|white
        i|we wrote|published|blogged|explored|covered a|an|my|about book|post|article|piece|this|guide
        book i|we wrote / i|we have? written a|about book|this|it
        """
      ),
      (
        .call,
        """
        dm me / book a|your demo|call|slot|session / get in touch / happy to send|share|email|help
        click my|here|the|on / link in|below / contact me|us / drop me|us a? line|email|note|message
        reach out to? me|us / sign up / subscribe / check out|it my|our|out / visit my|our|us
        visit my|our / email me|us / message me / pm me / feel free to contact|reach|email|message|connect
        follow me|us
        join us|me|our
        find out more
        learn more at|on|about
        see my|our website|site|profile|blog|page
        google me
        register / download / try it free
        """
      ),
      (
        .price,
        """
        free chapter|trial|discovery|consultation|copy|webinar|guide
        free ebook|days|for|download|resource|session|call
        first # days free / # off / with|use code / at no charge|cost
        spots|places|seats are? left|limited / discount / coupon / only # left / limited time
        special offer / no obligation / money back
        out in|this|next january|february|march|april|may|june|july|august
        out in|this|next september|october|november|december|spring|autumn|fall|summer
        """
      ),
      (
        .reach,
        """
        # engineers|leaders|managers|companies|organisations|organizations have|across
        # clients|teams|customers|people|businesses|churches have|across
        helped|trained|coached|worked with ...3 #|hundreds|thousands|dozens|forty|fifty|hundred
        more than #|forty|fifty|hundred ...2 organisations|organizations|companies|clients|leaders
        one|a client|customer told|said|of|came|saw / award winning / clients include|report|see
        thousands|hundreds of leaders|managers|companies|clients / used|trusted by
        certified ...1 coach|trainer|consultant|practitioner
        proven ...2 system|framework|method|process|model|approach
        """
      ),
      (
        .offer,
        """
        we help / i help leaders|managers|teams|companies|people
        we|i always|often|usually recommend|advise|suggest|tell / what we see with
        our team|approach of|can|helps / takes the stress|pain|guesswork out / all in one
        look no further / we specialise|specialize / we offer|provide / what i|we teach|call|tell my|our?
        i|we call it|these|this the|a? / in my|our work|practice with|as / as a coach|consultant|trainer
        """
      ),
      (
        .material,
        """
        white paper / whitepaper / checklist / worksheet / signature programme|program|method
        cheat sheet / free? template|templates / e book / ebook / case study|studies / discovery call
        keynote / masterclass / webinar / playbook / # step|steps|keys|pillars|principles|part|point
        scorecard / five|seven|three|four|six|ten step|steps|keys|pillars / self assessment / video series
        """
      ),
      (
        .impersonalOne,
        """
        one notes|wonders|looks|would|hopes|might|suspects|fears|imagines|cannot
        one can|feels|is|has|must|could|finds|reads|sees|marvels|waits
        """
      ),
      (
        .amused,
        """
        touching / amusing / charming / how|so naive|quaint|sweet|cute|brave|original / must be nice
        and their|his|her feelings / bless / adorable / good luck with that / quite the discovery|insight
        dear me / oh dear / i had to laugh / makes me laugh|smile / laughable / delightful / breathless*
        groundbreaking / rocket science / reinvent* the wheel / earth shattering
        what a surprise|revelation / congratulations on discovering|inventing / welcome to the real? world
        first year student / grown ups / in the real world / sequel
        """
      ),
      (
        .politeKnife,
        """
        with all? due? respect / may i gently|suggest / frankly / sorry to be blunt / to be blunt|frank
        doing his|her|their best / perhaps in time / no offence|offense / i'm sure you|he|she|the mean*
        well intentioned / well meaning / well meant / for what it is / prose is
        nicely|prettily|tidily written / if i may / forgive me / i fear
        sadly the? author|writer|article|piece / rather? naive / with more sorrow / somewhat simplistic
        simplistic / one day you'll|you will / you'll learn
        when you've|you have had? ...3 experience|years / at your age
        a pleasing|pretty one|anecdote|story
        """
      ),
      (
        .knewIt,
        """
        obviously / i could have told / could have told you|it|them
        everybody|everyone in the field|trade|business|industry / nothing new / old hat / we've known
        known this|that|for since|decades|years|centuries / as every|any ...3 knows
        any ...3 could|would|knows / common sense / state|stating the obvious / no surprise|news to|here
        i said this|that|so / of course / every child|schoolboy|student knows / who didn't know
        tell us something
        """
      ),
      (
        .groupAddress,
        """
        people like you / your generation|kind|sort|ilk|type / you people|lot|clearly|obviously|evidently
        you have clearly|obviously never / millennial|millennials|boomers|snowflakes
        you've clearly|obviously|never / these people / people today / young people today
        nobody wants to work / this generation / consultants like
        """
      ),
      (
        .judgedAuthor,
        """
        the author|writer|blogger|article|piece|post is|was|has|seems|fails|misses|should
        the author|writer|blogger|article|piece|post does|doesn't|clearly|obviously
        the author|writer|blogger|article|piece|post ignores|forgets|finds|discovers
        mr|mrs|ms|miss|pastor|dr _ finds|discovers|seems|thinks|believes|should
        mr|mrs|ms|miss|pastor|dr _ has|is|fails|misses|forgets|appears
        """
      ),
      (
        .insult,
        """
        idiot|idiots|idiotic / moron|morons|moronic / stupid|stupidity / dumb / fool|fools / clown|clowns
        loser|losers / pathetic / scum / trash / garbage / crap / bullshit / bs / shut up
        hypocrite|hypocrites / liar|liars / nonsense / drivel / disgusting / disgrace / hangman / ashamed
        ridiculous / worthless / snowflake|snowflakes / imbecile* / lunatic* / sheeple / troll|trolls
        rubbish / whining|whiner|whiners / deserve|deserves what / what's coming / spineless
        coward|cowards / parasite|parasites / scumbag* / fraud / charlatan|charlatans
        waste of space|time|oxygen / get a life|job / cry me|baby / damn
        """
      ),
      (
        .certainty,
        """
        studies|science|research|data are|is clear / scientifically|scientificly|clinically proven
        proven fact|that|by / as is well known / well known fact|that / look it up / it's|is a fact
        not opinion / demonstrably / exactly # / # # of managers|leaders|people|employees|teams
        # of managers|leaders|people|employees|all|teams / 100 / never lost|failed a|once
        without exception / guaranteed / always works / period / end of story / no exceptions
        the only way / simple as that / everybody|everyone knows that? / fact is / undeniable
        irrefutable / it has been shown|proved|proven
        """
      ),
      (
        .maxim,
        """
        drucker / einstein / churchill / aristotle / gandhi / lincoln / confucius / lao|sun tzu
        mark twain / steve jobs / henry ford / franklin / goethe / roosevelt / mandela
        old ...2 saying|hands|proverb|adage|say|rule / as the saying goes / proverb / as they say
        says it all / my grandfather|father|grandmother|sergeant always said|used / as the old / seneca
        marcus aurelius / maxwell / covey / shakespeare / the bible says / once said / famously said
        the great
        """
      ),
      (
        .generic,
        """
        important|importance / key to|is|in / balance|balanced / right mix / on the one|other hand
        it? depends / everyone|everybody should / leaders|managers must|should|need / communication
        culture / at the end of the day / so to speak / in today's|todays / core values / win win
        two way street / people are the|our / crucial / essential / vital / lead by example
        mutual respect / transparency / engagement / empower|empowers|empowering|empowerment
        best practice|practices / heart of everything|it / food for thought / time will tell
        all about people|trust|communication|balance / makes a difference / journey / mindset / alignment
        """
      ),
      (
        .vague,
        """
        some / various / certainly / quite / in general / generally / usually / somehow / more or less
        one or the other / something / as such / often / perhaps / of course / sort|kind of / so to speak
        a number of / certain / things / many / several / rather / fairly / in a way|sense
        to some extent / different / aspects / nowadays / always
        """
      ),
      (
        .praise,
        """
        great|nice|good|excellent|awesome|wonderful|fantastic|terrific article|post|piece|read|one
        great|nice|good|excellent|awesome|wonderful|fantastic|terrific stuff|work|job|blog|insight
        lovely|brilliant|interesting|superb article|post|piece|read|one
        amazing|outstanding|insightful|thoughtful|fabulous article|post|piece|read|one
        lovely|brilliant|interesting|superb stuff|work|job|blog|insight
        amazing|outstanding|insightful|thoughtful|fabulous stuff|work|job|blog|insight
        great|nice|good|excellent insights|reminder|thoughts|points|point
        awesome|wonderful|fantastic|terrific insights|reminder|thoughts|points|point
        great|nice|good|excellent share|advice|write|writing|topic|story
        awesome|wonderful|fantastic|terrific share|advice|write|writing|topic|story
        lovely|brilliant|interesting|superb insights|reminder|thoughts|points|point
        amazing|outstanding|insightful|thoughtful|fabulous insights|reminder|thoughts|points|point
        lovely|brilliant|interesting|superb share|advice|write|writing|topic|story
        amazing|outstanding|insightful|thoughtful|fabulous share|advice|write|writing|topic|story
        well said|written|put|done / love|loved|loving this|it|your|the|how / thank|thanks
        so true|good|much / spot on / couldn't|can't|cannot agree more
        totally|completely|fully|wholeheartedly|absolutely|couldn't agree / i? agree / amen / bravo
        hear hear / this resonat* / resonate|resonates|resonated / inspiring|inspired|inspirational
        powerful|beautiful|beautifully / hit the nail / nailed it / keep it up|writing|them / sharing this
        must read / food for thought / every word / gold / wow / as always / great / excellent / awesome
        brilliant / wonderful / fantastic / valuable / timely / kudos / congratulations / gem / bookmarked
        """
      ),
      (.thanks, "thank|thanks / cheers / much appreciated / grateful"),
      (
        .meta,
        """
        typo|typos / which|what theme / this theme / first comment / first $ / rss|feed broken|button
        on mobile / your site|website|page|blog loads|looks|is / have been moved|removed
        has been moved|removed|closed / off topic / page|link is? broken|dead
        how do i subscribe|unsubscribe / font / the formatting / comment policy / please be kind
        moderator
        """
      ),
    ]),
    openings: Lexicon<CommentCue>([
      (
        .pitch,
        """
        tired|sick of / still relying|struggling|using|looking / turn your / looking for|to / want to|more
        are you ready|looking|struggling|tired / ready to / need help / struggling with|to / discover
        introducing / boost|transform|unlock|grow your / stop wasting / imagine if
        """
      ),
      (
        .praise,
        """
        this $ / so much this / yes / exactly / same / ditto / agreed / indeed / true / right on
        it sounds|sounds great|good|positive|wonderful|lovely|like
        what a great|lovely|wonderful|beautiful|good
        great|good|excellent|fair|interesting question|point|comment|example
        i enjoyed|liked|love|loved|like / very interesting|nice|good|true|helpful|useful|well
        such a great|good|lovely / that's a? great|good|wonderful|lovely|interesting|fair
        i|i'm so? glad|happy you / how kind|lovely|nice|true|wonderful
        """
      ),
      (.thanks, "thank|thanks / many thanks / cheers / much appreciated"),
      (.meta, "first / test / typo / off topic / a? note from the"),
    ]),
    businessNames: Lexicon<BusinessCue>([
      (
        .business,
        """
        academy / partners / coach / coaches / coaching
        consult|consulting|consultant|consultants|consultancy / institute / hub / digest / daily / weekly
        tips / guru / expert / experts / certified / mba / 360 / ltd / llc / inc / gmbh / solutions
        services / agency / app / software / training / seo / casino / loans / marketing / online / growth
        seminars / network / insights
        """
      )
    ])
  )
}
