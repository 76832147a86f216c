namespace Umbriel.Inference;

/// <summary>A confidence level and the Δχ² that it means for two parameters of interest (Wilks' theorem).</summary>
public readonly record struct ConfidenceLevel
{
    /// <summary>Δχ² of the letter's limits (arXiv:2502.10900: "Δχ² &lt; 5.99, corresponding to a 95% C.L. [...] for 2 d.o.f."); exactly 5.9915.</summary>
    public const double LetterThreshold = 5.99;

    /// <summary>A confidence level.</summary>
    /// <param name="probability">Between 0 and 1, both excluded, for example 0.95.</param>
    /// <exception cref="ArgumentException">When out of range.</exception>
    public ConfidenceLevel(double probability)
    {
        if (!(probability > 0.0 && probability < 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "expected a confidence level between 0 and 1");
        }

        Probability = probability;
    }

    /// <summary>The probability, in (0, 1).</summary>
    public double Probability { get; }

    /// <summary>Quantile of χ² with two degrees of freedom, -2 ln(1 - CL). Check: 0.95 gives 5.99146, 0.90 gives 4.60517.</summary>
    public double Threshold => -2.0 * Math.Log(1.0 - Probability);
}
