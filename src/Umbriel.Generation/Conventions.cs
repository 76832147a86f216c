namespace Umbriel.Generation;

/// <summary>How an on-shell Z' decays.</summary>
public enum ZPrimePolarisation
{
    /// <summary>With the polarisation it is born with (the t = m_Z'² limit of the three-body matrix element).</summary>
    Exact,

    /// <summary>Isotropically in its rest frame, as DarkNews has it.</summary>
    Isotropic,
}

/// <summary>Whose masses and volumes are used.</summary>
public enum GeometryConvention
{
    /// <summary>The letter's: 256.35 × 233.0 × 1036.8 cm³ of argon at 1.38 g/cm³, soil at 2.25 g/cm³ behind the hall.</summary>
    Letter,

    /// <summary>DarkNews 0.4.9's: 86.19 t TPC, 170 t cryostat, 8579 t truncated cone of soil.</summary>
    DarkNews,
}

/// <summary>Nuclear charge form factor.</summary>
public enum FormFactorModel
{
    /// <summary>Fourier-Bessel charge densities of De Vries et al. (1987).</summary>
    FourierBessel,

    /// <summary>Helm with s = 0.9 fm.</summary>
    Helm,

    /// <summary>Symmetrised Fermi distribution.</summary>
    Fermi,
}
