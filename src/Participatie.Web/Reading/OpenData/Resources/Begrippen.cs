namespace Participatie.Web.Reading.OpenData.Resources;

public enum Tafelsoort
{
    Wijktafel,
    Bestuurstafel,
    Jongerentafel,
}

public enum Vergaderstatus
{
    Gepland,
    Bezig,
    Gehouden,
    Geannuleerd,
}

public enum Agendadoel
{
    TerInformatie,
    TerBespreking,
    TerBesluitvorming,
}

public enum Stemmingtype
{
    /// <summary>Its result is a decision.</summary>
    Stemming,

    /// <summary>Its result is an opinion.</summary>
    Peiling,
}

public enum Telmethode
{
    VoorTegenOnthouding,
    EenKeuze,
    MeerdereKeuzes,
    Goedkeuring,
    Cijfers,
    Stippen,
    VolgordeMetAfvallers,
    VolgordeTweeAanTwee,
    Consent,
}

public enum Resultaat
{
    GeenStemmen,
    TeWeinigStemmen,
    Aangenomen,
    Verworpen,
    Gekozen,
    GeenMeerderheid,
    Gelijk,
    CijfersGegeven,
    GeenBezwaar,
    Bezwaar,
}

public enum Besluitsoort
{
    Besluit,
    Advies,
}

public enum Mandaat
{
    Informeren,
    Raadplegen,
    Adviseren,
    Meebeslissen,
}

public enum Oordeel
{
    Overgenomen,
    DeelsOvergenomen,
    NietOvergenomen,
}
