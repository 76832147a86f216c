namespace Umbriel.Systematics;

/// <summary>Which of a publication's statements on its background's errors a reading is made from.</summary>
public enum PublishedErrors
{
    /// <summary>The errors drawn with the fitted bins, with one correlation between any two of them.</summary>
    Drawn,

    /// <summary>The released fractional matrix.</summary>
    Matrix,
}
